"""What a page must be for whoever has no mouse: everything is reached, it is seen where one is, nobody is caught."""

from __future__ import annotations

from typing import Any

# Beyond so many stops the rest of a long list is more of the same.
MOST = 160
AT_ONCE = 25

# What can be reached is written down before the first press, with how it looks while it is not reached.
WATCH = """() => {
    if (window.__watch) window.__watch.over.abort();
    const over = new AbortController();
    // The first press begins at the top, also where somebody has been on the page.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    for (const details of document.querySelectorAll('main details')) details.open = true;
    const parts = e => {
        const near = [e, e.parentElement, e.nextElementSibling, ...(e.labels || []), ...e.querySelectorAll('*')].filter(Boolean);
        return near.slice(0, 12);
    };
    const look = e => parts(e).flatMap(p => ['', '::before', '::after'].map(pseudo => {
        const s = getComputedStyle(p, pseudo);
        const outline = s.outlineStyle === 'none' || s.outlineWidth === '0px' ? '-' : `${s.outlineStyle} ${s.outlineWidth} ${s.outlineColor}`;
        return `${outline}|${s.boxShadow}|${s.stroke} ${s.strokeWidth}|${s.borderTopColor} ${s.borderTopWidth}`;
    })).join('\\n');
    const name = e => `${e.tagName.toLowerCase()} "${(e.innerText || e.getAttribute('aria-label') || e.value || e.name || e.id || '').trim().slice(0, 40)}"`;
    const can = e => e.checkVisibility({visibilityProperty: true}) && !e.disabled && e.tabIndex >= 0 && !e.closest('[inert]');
    const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]')].filter(can);
    const group = e => e.type === 'radio' && e.name ? `radio ${e.name} ${[...document.forms].indexOf(e.form)}` : e;
    const watch = {
        wanted: new Map(all.map(e => [group(e), e])), visited: new Set(), unseen: [], hidden: [], before: new Map(), rounds: 0, over,
        positive: [...document.querySelectorAll('[tabindex]')].filter(e => e.tabIndex > 0).map(name), name, last: null,
    };
    for (const e of all) watch.before.set(e, look(e));
    document.addEventListener('focusin', event => {
        const e = event.target;
        watch.last = e;
        if (e.classList.contains('skipnav')) watch.rounds += 1;
        if (watch.visited.has(group(e))) return;
        watch.visited.add(group(e));
        if (e.id === 'main-content') return;
        if (watch.before.has(e) && watch.before.get(e) === look(e)) watch.unseen.push(name(e));
        const box = e.getBoundingClientRect();
        if (box.bottom <= 0 || box.top >= innerHeight || (box.width === 0 && !e.closest('svg'))) watch.hidden.push(name(e));
    }, {signal: over.signal});
    window.__watch = watch;
    return all.length;
}"""
STATE = """() => ({
    rounds: window.__watch.rounds, visited: window.__watch.visited.size,
    at: document.activeElement === document.body ? 'body' : document.activeElement.id,
})"""
READ = """from => {
    const w = window.__watch;
    const missed = [...w.wanted].filter(([key, e]) => !w.visited.has(key)).map(([key, e]) => e)
        .filter(e => from === 'top' || e.closest('main') || e.closest('.page-footer'));
    return {missed: missed.map(w.name), unseen: w.unseen, hidden: w.hidden, positive: w.positive};
}"""


def faults_on(page: Any, *, header: bool = False) -> list[str]:
    """Press Tab through the page; with `header` from its very top, else from the content that the first stop leads to."""
    page.evaluate(WATCH)
    faults: list[str] = []
    page.keyboard.press("Tab")
    if not page.evaluate("document.activeElement.classList.contains('skipnav')"):
        return ["the first stop is not the way past the menu"]
    if not header:
        page.keyboard.press("Enter")
        page.wait_for_function("document.activeElement.id === 'main-content'", timeout=2_000)
    pressed, before, still = 0, 0, 0
    while True:
        for _press in range(AT_ONCE):
            page.keyboard.down("Tab")  # held down it moves on at each turn, at half the cost of pressing anew
        page.keyboard.up("Tab")
        pressed += AT_ONCE
        state = page.evaluate(STATE)
        if state["rounds"] > 1:
            break
        # A date has four stops of its own; nothing has more than that.
        still = still + 1 if state["visited"] == before else 0
        before = state["visited"]
        if still > 1:
            faults.append("the focus comes no further")
            break
        if pressed >= MOST:
            break
    read = page.evaluate(READ, "top" if header else "main")
    if pressed < MOST or state["rounds"] > 1:
        faults += [f"not reached: {what}" for what in read["missed"]]
    faults += [f"nothing shows that the focus is on {what}" for what in read["unseen"]]
    faults += [f"the focus is out of sight on {what}" for what in read["hidden"]]
    faults += [f"has its own place in the order: {what}" for what in read["positive"]]
    return faults


def phone_menu_faults(page: Any) -> list[str]:
    """On a phone the menu opens with Enter, its entries are reached, and Escape shuts it and gives the focus back."""
    menu, summary = page.locator("details.phone-menu"), page.locator("details.phone-menu > summary")
    faults = []
    summary.focus()
    page.keyboard.press("Enter")
    if menu.get_attribute("open") is None:
        return ["the menu does not open with Enter"]
    entries = menu.locator("nav a").count()
    for _entry in range(entries):
        page.keyboard.press("Tab")
        if not page.evaluate("document.activeElement.matches('details.phone-menu nav a')"):
            faults.append("the menu's entries are not the next stops")
            break
    page.keyboard.press("Escape")
    if menu.get_attribute("open") is not None:
        faults.append("the menu does not shut with Escape")
    if not page.evaluate("document.activeElement.matches('details.phone-menu > summary')"):
        faults.append("Escape does not give the focus back")
    return faults
