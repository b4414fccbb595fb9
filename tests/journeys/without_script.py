"""What a page must be without JavaScript: all of it there, and nothing to press that does nothing."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve

# Everything is read out in one question to the page; what it means is judged here.
READ = """() => {
    const seen = e => e.checkVisibility({visibilityProperty: true, opacityProperty: true});
    const said = e => `${e.tagName.toLowerCase()} "${(e.innerText || e.value || e.id || '').trim().slice(0, 40)}"`;
    const inMain = e => e.closest('main') !== null;
    const dead = [];
    const closed = [...document.querySelectorAll('details:not([open])')];
    const unreached = [];
    for (const details of document.querySelectorAll('details')) {
        const around = details.parentElement && details.parentElement.closest('details:not([open])');
        const summary = details.querySelector(':scope > summary');
        if (details.classList.contains('phone-menu')) continue;
        if (!summary || (!around && !seen(summary))) unreached.push(said(details));
    }
    closed.filter(d => !d.classList.contains('phone-menu')).forEach(d => { d.open = true; });
    for (const button of document.querySelectorAll('button, input[type=button], [role=button], [role=tab]')) {
        if (!seen(button) || button.getAttribute('aria-disabled') === 'true' || button.disabled) continue;
        const sends = button.matches('button:not([type=button]):not([type=reset]), input[type=submit]') && button.form;
        if (!sends && button.tagName !== 'SUMMARY') dead.push(said(button));
        if (button.form && button.form.getAttribute('method') === 'dialog') dead.push(said(button));
    }
    for (const link of document.querySelectorAll('a')) {
        const to = link.getAttribute('href');
        if (seen(link) && (!to || to === '#' || to.startsWith('javascript:'))) dead.push(said(link));
        if (seen(link) && to && to.startsWith('#') && to.length > 1 && !document.getElementById(to.slice(1))) dead.push(said(link));
    }
    for (const field of document.querySelectorAll('input:not([type=hidden]), select, textarea')) {
        if (seen(field) && !field.form && !field.readOnly && !field.disabled) dead.push(said(field) + ' outside a form');
    }
    const forms = [...document.querySelectorAll('form')].filter(f => f.getAttribute('method') !== 'dialog').map(form => {
        const sends = [...form.elements].filter(e => e.matches('button:not([type=button]):not([type=reset]), input[type=submit]'));
        const fields = [...form.querySelectorAll('input:not([type=hidden]), select, textarea')];
        const hidden = form.checkVisibility() ? fields.filter(e => !e.labels.length && !seen(e)).map(said) : [];
        const outer = form.closest('.phone-menu, .portal-user, .navigation-menu, .header');
        return {
            action: new URL(form.getAttribute('action') || location.href, location.href).href, name: sends.map(e => e.innerText || e.value).join('/'),
            shown: sends.some(seen), disabled: sends.length > 0 && sends.every(e => e.disabled), hidden, header: !!outer, told: form.matches('.needs-script') && !seen(form) && !!document.querySelector('main noscript'),
            actions: sends.filter(e => e.hasAttribute('formaction')).map(e => e.formAction),
        };
    });
    const empty = [...document.querySelectorAll('[hx-trigger~=load]')].filter(e => !e.querySelector('a')).map(said);
    const folded = [...document.querySelectorAll('main [aria-hidden=true]:not(svg):not(svg *)')].filter(e => e.innerText.trim().length > 40).map(said);
    const h1 = document.querySelector('h1'), main = document.querySelector('main');
    return {
        h1: h1 && seen(h1) ? h1.innerText.trim() : '', main: main && seen(main) ? main.innerText.length : 0,
        menu: [...document.querySelectorAll('nav.nav a')].filter(seen).length,
        phone: (() => { const m = document.querySelector('.phone-menu > summary'); return m ? seen(m) : null; })(),
        dead, unreached, forms, empty, folded,
    };
}"""


def faults_on(page: Any) -> list[str]:
    """What does not work on the page that stands before us, as a browser without script shows it."""
    read = page.evaluate(READ)
    host = urlsplit(page.url).netloc
    faults = [] if read["h1"] else ["no h1 to be seen"]
    if read["main"] < 15:
        faults.append("nothing in main")
    faults += [f"does nothing: {what}" for what in read["dead"]]
    faults += [f"cannot be opened: {what}" for what in read["unreached"]]
    faults += [f"comes only by script: {what}" for what in read["empty"]]
    faults += [f"folded away: {what}" for what in read["folded"]]
    for form in read["forms"]:
        name = f'form "{form["name"]}" to {urlsplit(form["action"]).path}'
        if form["header"] and not form["shown"]:
            continue  # one of the two headers is for the other width
        if form["told"]:
            continue  # what only script can do is not there, and the page says so
        if not form["shown"] and not form["disabled"]:
            faults.append(f"no button to send the {name}")
        for action in [form["action"], *form["actions"]]:
            if not leads_somewhere(action, host):
                faults.append(f"{name}: nobody takes what {action} is sent")
        faults += [f"{name}: {field} cannot be filled in" for field in form["hidden"]]
    return faults


def leads_somewhere(address: str, host: str) -> bool:
    """Whether an address is one of ours."""
    parts = urlsplit(address)
    if parts.netloc != host:
        return False
    try:
        resolve(parts.path)
    except Resolver404:
        return False
    return True
