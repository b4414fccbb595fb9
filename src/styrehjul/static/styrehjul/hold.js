// The running meeting: a save changes only its own part of the page, and the focus goes on to what comes next.
// Without this file each form is sent in the ordinary way.
(function () {
  "use strict";

  function partOf(event) {
    var source = event.detail && event.detail.ctx && event.detail.ctx.sourceElement;
    return source instanceof Element ? source.closest(".hold-part") : null;
  }

  // An answer that has no such part (a refusal, a sign-in) never takes away what stands there: its words come above.
  document.addEventListener("htmx:before:swap", function (event) {
    var part = partOf(event), ctx = event.detail.ctx;
    if (!part) {
      return;
    }
    var answer = new DOMParser().parseFromString(ctx.text || "", "text/html");
    if (answer.getElementById(part.id)) {
      ctx.heldPart = part.id;
      // The swap copies what scripts left in style attributes to the new elements, which the policy forbids.
      Array.prototype.forEach.call(part.querySelectorAll("[style]"), function (element) { element.removeAttribute("style"); });
      return;
    }
    event.preventDefault();
    var said = answer.querySelector("main h1, h1");
    var line = document.createElement("p");
    line.className = "not-saved";
    line.setAttribute("role", "alert");
    line.tabIndex = -1;
    line.textContent = "Ikke gemt. " + (said ? said.textContent.trim() + " " : "") + "Din tekst står her stadig.";
    Array.prototype.forEach.call(part.querySelectorAll(".not-saved"), function (old) { old.remove(); });
    part.prepend(line);
    line.focus();
  });

  document.addEventListener("htmx:after:swap", function (event) {
    var ctx = event.detail && event.detail.ctx;
    var part = ctx && ctx.heldPart && document.getElementById(ctx.heldPart);
    if (!part) {
      return;
    }
    var wrong = part.querySelector(".alert-error, .versus, .error-summary");
    if (wrong) {
      wrong.tabIndex = -1;
      wrong.focus();
      return;
    }
    // Saved: a decision leads on to the next item, anything else stays where one was.
    var next = part.dataset.next ? document.getElementById(part.dataset.next) : part.querySelector("summary, button");
    if (next) {
      next.focus({ preventScroll: false });
    }
  });

  // Ctrl and Enter saves the text one is writing.
  document.addEventListener("keydown", function (event) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.matches(".hold-item textarea")) {
      event.preventDefault();
      event.target.form.requestSubmit();
    }
  });
})();
