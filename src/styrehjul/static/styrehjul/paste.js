// What is pasted from Word or a page into a text field becomes the signs that the field reads: "- " for points, "1. " for
// numbers, "# " for headings, "|" for tables. Nothing of the pasted page is ever run or shown: it is parsed apart, where
// no script and no picture is loaded, and only its words are taken. Without this file the browser pastes the plain words.
(function () {
  "use strict";

  var SKIPPED = /^(SCRIPT|STYLE|HEAD|META|LINK|TITLE|TEMPLATE|NOSCRIPT|IFRAME|OBJECT|EMBED|SVG|MATH)$/;
  var BLOCK = /^(P|DIV|SECTION|ARTICLE|BLOCKQUOTE|PRE|ADDRESS|DD|DT)$/;

  function words(node) {
    var text = "";
    node.childNodes.forEach(function (child) {
      if (child.nodeType === 3) {
        text += child.nodeValue;
      } else if (child.nodeType === 1 && child.tagName === "BR") {
        text += " ";
      } else if (child.nodeType === 1 && !SKIPPED.test(child.tagName.toUpperCase())) {
        text += words(child) + (BLOCK.test(child.tagName) ? " " : "");
      }
    });
    return text;
  }

  function flat(text) {
    return text.replace(/[\s\u00a0]+/g, " ").trim();
  }

  function repeated(text, times) {
    return new Array(times + 1).join(text);
  }

  // Word's own lists are paragraphs with the mark as text.
  function wordPoint(node) {
    if (!/MsoList/.test(node.className || "") && !/mso-list:\s*l\d/.test(node.getAttribute("data-look") || "")) {
      return null;
    }
    var level = /level(\d)/.exec(node.getAttribute("data-look") || "");
    var text = flat(words(node));
    var mark = /^([·•o§▪–-]|\(?[0-9a-z]{1,3}[.)])\s+/i.exec(text);
    if (!mark) {
      return null;
    }
    var sign = /[0-9a-z][.)]/i.test(mark[1]) ? "1. " : "- ";
    return repeated("  ", level ? Number(level[1]) - 1 : 0) + sign + text.slice(mark[0].length);
  }

  function list(node, depth, lines) {
    var number = 0;
    Array.prototype.forEach.call(node.children, function (child) {
      if (/^(UL|OL)$/.test(child.tagName)) {
        list(child, depth + 1, lines);
        return;
      }
      var inner = child.cloneNode(true);
      inner.querySelectorAll("ul, ol").forEach(function (below) {
        below.remove();
      });
      number += 1;
      var text = flat(words(inner));
      if (text) {
        lines.push(repeated("  ", depth) + (node.tagName === "OL" ? number + ". " : "- ") + text);
      }
      child.querySelectorAll(":scope > ul, :scope > ol").forEach(function (below) {
        list(below, depth + 1, lines);
      });
    });
  }

  function table(node) {
    var rows = [];
    node.querySelectorAll("tr").forEach(function (row) {
      var cells = [];
      Array.prototype.forEach.call(row.cells, function (cell) {
        cells.push(flat(words(cell)).replace(/\|/g, "\\|"));
      });
      if (cells.join("")) {
        rows.push("| " + cells.join(" | ") + " |");
      }
    });
    return rows.join("\n");
  }

  function gather(node, parts) {
    var loose = "";
    function end() {
      if (flat(loose)) {
        parts.push(["p", flat(loose)]);
      }
      loose = "";
    }
    node.childNodes.forEach(function (child) {
      if (child.nodeType === 3) {
        loose += child.nodeValue;
        return;
      }
      if (child.nodeType !== 1 || SKIPPED.test(child.tagName.toUpperCase())) {
        return;
      }
      var heading = /^H([1-6])$/.exec(child.tagName);
      if (heading) {
        end();
        if (flat(words(child))) {
          parts.push(["h", repeated("#", Math.min(3, Number(heading[1]))) + " " + flat(words(child))]);
        }
      } else if (/^(UL|OL)$/.test(child.tagName)) {
        end();
        var lines = [];
        list(child, 0, lines);
        lines.forEach(function (line) {
          parts.push(["li", line]);
        });
        parts.push(["gap", ""]);
      } else if (child.tagName === "TABLE") {
        end();
        parts.push(["table", table(child)]);
      } else if (BLOCK.test(child.tagName) || child.querySelector("p, div, ul, ol, table, h1, h2, h3, h4, h5, h6")) {
        end();
        var point = wordPoint(child);
        if (point) {
          parts.push(["li", point]);
        } else {
          gather(child, parts);
        }
      } else {
        loose += child.tagName === "BR" ? "\n" : words(child);
      }
    });
    end();
  }

  // Our content policy allows no styles and no handlers inside markup, not even in markup that is only read.
  function harmless(html) {
    return html.replace(/<style[\s\S]*?<\/style>/gi, "").replace(/<[^>]*>/g, function (tag) {
      return tag.replace(/\sstyle\s*=/gi, " data-look=").replace(/\son[a-z]+\s*=/gi, " data-no=");
    });
  }

  function typed(html) {
    var parts = [];
    gather(new DOMParser().parseFromString(harmless(html), "text/html").body, parts);
    var text = "";
    parts.forEach(function (part, index) {
      if (!part[1]) {
        return;
      }
      var together = part[0] === "li" && index > 0 && parts[index - 1][0] === "li";
      text += (text ? (together ? "\n" : "\n\n") : "") + part[1];
    });
    return text;
  }

  document.addEventListener("paste", function (event) {
    var field = event.target;
    if (!(field instanceof HTMLTextAreaElement) || !field.hasAttribute("data-keep") || !event.clipboardData) {
      return;
    }
    var html = event.clipboardData.getData("text/html");
    if (!/<(table|ul|ol|h[1-6])\b|mso-list|MsoList/i.test(html)) {
      return; // plain words: the browser does it well
    }
    var text = typed(html);
    if (!text) {
      return;
    }
    event.preventDefault();
    // Typed in as by hand, so that Ctrl+Z takes it back.
    if (!document.execCommand("insertText", false, text)) {
      field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });
})();
