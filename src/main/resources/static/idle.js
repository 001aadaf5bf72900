// Says before a session ends for want of work, keeps it while somebody works on a page, and leaves what was typed where it is.
(() => {
    'use strict';

    const words = document.querySelector('meta[name="idle"]').dataset;
    const longest = Number(words.seconds) * 1000;
    const warnedFor = Math.min(120_000, longest / 2);
    const windows = 'BroadcastChannel' in window ? new BroadcastChannel('presence') : null;

    const box = document.createElement('div');
    box.className = 'idle';
    box.setAttribute('role', 'alert');
    box.hidden = true;
    const text = document.createElement('p');
    const stay = Object.assign(document.createElement('button'), { type: 'button', className: 'btn btn-primary btn-sm', textContent: words.stay });
    const again = Object.assign(document.createElement('a'), { href: '/sign-in', target: '_blank', rel: 'noopener', textContent: words.signin });

    let known = Date.now();
    let worked = known;
    let isOver = false;

    function show(what, way) {
        if (box.hidden || text.textContent !== what) {
            text.textContent = what;
            box.replaceChildren(text, way);
            box.hidden = false;
        }
    }

    function isHere() {
        known = Date.now();
        isOver = false;
        box.hidden = true;
    }

    async function ask() {
        try {
            const answer = await fetch('/account/presence', { redirect: 'manual' });
            if (answer.status === 204) {
                document.dispatchEvent(new CustomEvent('presence', { detail: answer.headers }));
                isHere();
                windows?.postMessage('here');
            } else if (answer.type === 'opaqueredirect' || answer.status === 401) {
                isOver = true;
                show(words.over, again);
            }
        } catch (away) {
            show(words.away, stay);
        }
    }

    function look() {
        const quiet = Date.now() - known;
        if (isOver) {
            return;
        }
        if (worked > known && quiet > longest / 6 || quiet > longest) {
            ask();
        } else if (quiet > longest - warnedFor) {
            show(words.soon, stay);
        }
    }

    ['input', 'keydown', 'pointerdown'].forEach(type => document.addEventListener(type, event => {
        if (!box.contains(event.target)) {
            worked = Date.now();
        }
    }));
    document.addEventListener('visibilitychange', () => { if (!document.hidden) { look(); } });
    window.addEventListener('focus', () => { if (isOver) { ask(); } });
    document.addEventListener('htmx:afterRequest', event => { if (event.detail.successful) { isHere(); } });
    windows?.addEventListener('message', () => { if (isOver) { ask(); } else { isHere(); } });
    stay.addEventListener('click', ask);
    document.body.append(box);
    windows?.postMessage('here');
    setInterval(look, 10_000);
})();
