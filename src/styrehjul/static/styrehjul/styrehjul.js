// Everything works without this file. It starts the design system's components, keeps them alive in swapped parts,
// asks before what cannot be undone, and keeps long texts when a sign-in runs out while somebody writes.
(function () {
  "use strict";

  var KEEP = "styrehjul.kept:";
  var SENT = "styrehjul.sent:";

  function each(root, selector, work) {
    Array.prototype.forEach.call(root.querySelectorAll(selector), work);
  }

  // The design system's own start would also build a "Mere" menu over our nine entries, and again at each swap: so the
  // components are started one by one, each element once.
  var COMPONENTS = [
    [".accordion, .accordion-bordered", "Accordion"],
    [".alert.has-close", "Alert"],
    [".form-limit", "CharacterLimit"],
    [".js-checkbox-toggle-content", "CheckboxToggleContent"],
    [".js-radio-toggle-group", "RadioToggleGroup"],
    [".js-dropdown", "Dropdown"],
    ["table.table--selectable", "TableSelectableRows"],
    ["div.tab-container", "Tabs"],
    [".tooltip-wrapper", "Tooltip"]
  ];
  var started = new WeakSet();

  function startComponents(root) {
    if (!window.DKFDS) {
      return;
    }
    COMPONENTS.forEach(function (component) {
      each(root, component[0], function (element) {
        if (!started.has(element) && window.DKFDS[component[1]]) {
          started.add(element);
          new window.DKFDS[component[1]](element).init();
        }
      });
    });
  }

  // Swapped parts -------------------------------------------------------------------------------------------
  document.addEventListener("htmx:after:swap", function (event) {
    // What was swapped may be the target itself; the page knows what is started already.
    startComponents(document);
    keepSwapped();
    var target = event.detail && event.detail.ctx && event.detail.ctx.target;
    focusErrors(target instanceof Element && target.isConnected ? target : document);
  });

  document.addEventListener("htmx:response:error", function (event) {
    var response = event.detail && event.detail.ctx && event.detail.ctx.response;
    if (response && response.status < 500) {
      return; // 409 and 422 are pages of ours, and are shown
    }
    tell("Det lykkedes ikke. Din tekst står her stadig. Prøv igen om et øjeblik.");
  });

  function tell(text) {
    var place = document.getElementById("messages");
    if (!place) {
      return;
    }
    var box = document.createElement("div");
    box.className = "alert alert-error alert--paragraph";
    box.setAttribute("role", "alert");
    var body = document.createElement("div");
    body.className = "alert-body";
    var line = document.createElement("p");
    line.className = "alert-text";
    line.textContent = text;
    body.appendChild(line);
    box.appendChild(body);
    place.replaceChildren(box);
    place.scrollIntoView({ block: "nearest" });
  }

  function focusErrors(root) {
    var summary = root.querySelector(".error-summary");
    if (summary) {
      summary.focus();
    }
  }

  // A question before what cannot be undone -----------------------------------------------------------------
  function ask(button) {
    var dialog = document.createElement("dialog");
    dialog.className = "dialog";
    dialog.setAttribute("aria-labelledby", "ask-h");
    var head = document.createElement("div");
    head.className = "dialog-head";
    var title = document.createElement("h2");
    title.id = "ask-h";
    title.textContent = button.dataset.confirm;
    head.appendChild(title);
    var actions = document.createElement("div");
    actions.className = "dialog-actions";
    var yes = document.createElement("button");
    yes.type = "button";
    yes.className = "button button-primary";
    yes.textContent = button.textContent.trim();
    var no = document.createElement("button");
    no.type = "button";
    no.className = "button button-secondary";
    no.textContent = "Fortryd";
    actions.append(yes, no);
    var body = document.createElement("div");
    body.className = "dialog-body";
    dialog.append(head, body, actions);
    document.body.appendChild(dialog);
    no.addEventListener("click", function () { dialog.close(); });
    yes.addEventListener("click", function () {
      button.dataset.confirmed = "yes";
      dialog.close();
      button.form.requestSubmit(button);
    });
    dialog.addEventListener("close", function () {
      dialog.remove();
      button.focus();
    });
    dialog.showModal();
    no.focus();
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest("button[data-confirm]");
    if (button && button.form && button.dataset.confirmed !== "yes" && window.HTMLDialogElement) {
      event.preventDefault();
      ask(button);
      return;
    }
    var opener = event.target.closest("[data-dialog]");
    var dialog = opener && document.getElementById(opener.dataset.dialog);
    if (dialog && dialog.showModal) {
      event.preventDefault();
      dialog.showModal();
    }
  });

  // One press is enough: the server would answer the second as the first, but the waiting should be seen.
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (event.defaultPrevented || form.method !== "post" || form.hasAttribute("hx-post")) {
      return;
    }
    if (form.dataset.sent === "yes") {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    rememberSent(form);
    window.setTimeout(function () { delete form.dataset.sent; }, 8000);
  });
  window.addEventListener("pageshow", function () {
    each(document, "form[data-sent]", function (form) { delete form.dataset.sent; });
  });

  // Long texts are kept in this browser tab until they are saved --------------------------------------------
  function keyOf(field) {
    return KEEP + location.pathname + ":" + (field.form && field.form.getAttribute("action") || "") + ":" + field.name;
  }

  function rememberSent(form) {
    var store = memory();
    each(form, "textarea[data-keep][name]", function (field) {
      if (store && store.getItem(keyOf(field)) !== null) {
        store.setItem(SENT + keyOf(field).slice(KEEP.length), "yes");
      }
    });
  }

  function memory() {
    try {
      return window.sessionStorage;
    } catch (blocked) {
      return null;
    }
  }

  // A page shown to somebody signed in, without errors and without a text handed back, means that what was sent is
  // saved. A page with them means that it is not: the mark goes, and the text stays for the next page too.
  function forgetSaved(store) {
    if (!document.querySelector(".header .log-off")) {
      return;
    }
    var kept = notSaved();
    Object.keys(store).forEach(function (key) {
      if (key.indexOf(SENT) === 0) {
        if (!kept) {
          store.removeItem(KEEP + key.slice(SENT.length));
        }
        store.removeItem(key);
      }
    });
  }

  function notSaved() {
    return document.querySelector(".error-summary, [data-kept]") !== null;
  }

  function keepTexts() {
    var store = memory();
    if (!store) {
      return;
    }
    forgetSaved(store);
    each(document, "textarea[data-keep][name]", function (field) {
      var kept = store.getItem(keyOf(field));
      if (kept !== null && kept !== field.value) {
        offerKept(field, kept, store);
      } else if (!notSaved()) {
        store.removeItem(keyOf(field));
      }
      keep(field, store);
    });
  }

  var watched = new WeakSet();

  function keep(field, store) {
    watched.add(field);
    field.addEventListener("input", function () { store.setItem(keyOf(field), field.value); });
  }

  // A field that came with a part of the page shows what was saved, unless the part says that it was not.
  function keepSwapped() {
    var store = memory();
    each(document, "textarea[data-keep][name]", function (field) {
      if (!store || watched.has(field)) {
        return;
      }
      var part = field.closest(".hold-part");
      if (!(part && part.querySelector(".versus, .alert-error, .error-summary"))) {
        store.removeItem(keyOf(field));
      }
      keep(field, store);
    });
  }

  function offerKept(field, kept, store) {
    var line = document.createElement("p");
    line.className = "small muted kept-text";
    line.setAttribute("role", "status");
    line.textContent = "Der ligger en tekst, du ikke nåede at gemme. ";
    var take = document.createElement("button");
    take.type = "button";
    take.className = "function-link";
    take.textContent = "Hent den tilbage";
    var drop = document.createElement("button");
    drop.type = "button";
    drop.className = "function-link";
    drop.textContent = "Kassér den";
    line.append(take, " · ", drop);
    take.addEventListener("click", function () {
      field.value = kept;
      line.remove();
      field.focus();
    });
    drop.addEventListener("click", function () {
      store.removeItem(keyOf(field));
      line.remove();
      field.focus();
    });
    field.before(line);
  }

  function forgetAtLogOff() {
    each(document, "form", function (form) {
      if (/\/log-af\/|\/logout\//.test(form.action)) {
        form.addEventListener("submit", function () {
          var store = memory();
          if (store) {
            Object.keys(store).filter(function (key) { return key.indexOf(KEEP) === 0 || key.indexOf(SENT) === 0; })
              .forEach(function (key) { store.removeItem(key); });
          }
        });
      }
    });
  }

  function closePhoneMenu(event) {
    each(document, "details.phone-menu[open]", function (menu) {
      if (event.type === "keydown" ? event.key === "Escape" : !menu.contains(event.target)) {
        menu.open = false;
        if (event.type === "keydown") {
          menu.querySelector("summary").focus();
        }
      }
    });
  }
  document.addEventListener("keydown", closePhoneMenu);
  document.addEventListener("click", closePhoneMenu);

  document.addEventListener("DOMContentLoaded", function () {
    startComponents(document);
    focusErrors(document);
    keepTexts();
    forgetAtLogOff();
  });
})();
