// The page on which what was found in a text is looked through: the eye is led to what needs it, and each step goes to the server in turn.
(() => {
    'use strict';

    const list = document.querySelector('#found');
    if (!list) {
        return;
    }
    const words = list.dataset;
    const pasted = document.querySelector('#pasted');
    const rows = () => [...list.querySelectorAll('.found')];
    const isOpen = row => !['accepted', 'skipped'].includes(row.dataset.state);
    const needsEye = row => isOpen(row) && row.dataset.state !== 'ready';
    const said = row => new URLSearchParams(new FormData(row.querySelector('form')));
    const clean = new WeakMap();
    const isDirty = row => isOpen(row) && clean.get(row) !== said(row).toString();
    rows().filter(isOpen).forEach(row => clean.set(row, said(row).toString()));

    function note(row, text) {
        row.querySelector('.line-note').textContent = text;
        row.querySelector('form').classList.toggle('unsaved', text !== '');
    }

    // What is behind a row comes before what is above it, and what needs the eye before what is ready.
    function after(row) {
        const all = rows();
        const order = [...all.slice(all.indexOf(row) + 1), ...all.slice(0, all.indexOf(row))];
        return order.find(needsEye) ?? order.find(isOpen);
    }

    function go(row) {
        (row ?? document.querySelector('#beyond') ?? document.querySelector('#back')).focus();
    }

    function count() {
        const said = document.querySelector('#review-count');
        const waiting = rows().filter(isOpen).length + Number(said.dataset.beyond);
        said.textContent = waiting === 0 ? said.dataset.none
            : (waiting === 1 ? said.dataset.one : said.dataset.some.replace('{0}', waiting));
        const unread = document.querySelector('#review-unread');
        if (unread) {
            const left = Number(unread.dataset.left) + rows().filter(row => row.dataset.state === 'not_read').length;
            unread.hidden = left === 0;
            unread.textContent = unread.dataset.unread.replace('{0}', left);
        }
    }

    // Steps are sent one after the other, so that the last one is always the one to be undone.
    let sending = Promise.resolve();
    let pending = 0;
    let isTroubled = false;
    function inTurn(send) {
        pending += 1;
        sending = sending.then(send).finally(() => { pending -= 1; });
        return sending;
    }

    async function post(address, body) {
        const answer = await fetch(address, { method: 'POST', body, headers: { Accept: 'application/json' } });
        if (!answer.ok) {
            const isClosed = answer.status === 409 && answer.headers.get('Content-Type')?.includes('json');
            throw new Error(isClosed ? (await answer.json()).message : answer.status === 401 || answer.status === 403 ? words.signin : answer.status === 409 ? words.conflict : words.unsaved);
        }
        const found = await answer.json();
        const saved = Array.isArray(found) ? found : found.lines;
        if (saved.some(each => each.theirs)) {
            throw new Error(words.conflict);
        }
        return saved;
    }

    function keep(row, saved) {
        saved.forEach(each => {
            row.querySelector(`input[name="${each.id}.version"]`).value = each.version;
            row.querySelector('[name=chosen]')?.setAttribute('value', `${each.id}.${each.version}`);
        });
        clean.set(row, said(row).toString());
        note(row, '');
    }

    const save = row => inTurn(async () => {
        if (isDirty(row)) {
            try {
                keep(row, await post(words.lines, said(row)));
            } catch (trouble) {
                note(row, trouble.message || words.unsaved);
            }
        }
    });

    function decide(row, step) {
        const form = row.querySelector('form');
        const before = row.dataset.state;
        const address = form.querySelector(`[data-step=${step}]`).getAttribute('formaction') ?? form.getAttribute('action');
        const state = step === 'accept' ? 'accepted' : 'skipped';
        const show = to => {
            row.dataset.state = to;
            form.hidden = !isOpen(row);
            row.querySelectorAll('[name=chosen]').forEach(tick => { tick.hidden = tick.disabled = !isOpen(row); });
            row.querySelector('.found-state').textContent = words[to] ?? before;
            row.querySelector('.found-words').textContent = isOpen(row) ? '' : [...form.querySelectorAll('.line-fields input:not([type=checkbox]), .line > .line-fields select')].filter(each => each.value)
                .map(each => (each.tagName === 'SELECT' ? each.selectedOptions[0].text : each.value)).join(' · ');
            count();
        };
        const label = row.querySelector('.found-state').textContent;
        const next = after(row);
        show(state);
        go(next);
        document.querySelector('#undo button').disabled = false;
        inTurn(async () => {
            try {
                await post(address, said(row));
                isTroubled = false;
            } catch (trouble) {
                isTroubled = true;
                show(before);
                row.querySelector('.found-state').textContent = label;
                note(row, trouble.message || words.unsaved);
            }
        });
    }

    // These change more than one row: the page comes back anew.
    function submit(row, step, field) {
        const form = row.querySelector('form');
        if (field) {
            for (const [name, value] of [['field', field.name.slice(field.name.indexOf('.') + 1)], ['at', field.selectionStart ?? 0]]) {
                const input = document.createElement('input');
                Object.assign(input, { type: 'hidden', name, value });
                form.append(input);
            }
        }
        rows().filter(isDirty).filter(each => each !== row).forEach(save);
        inTurn(() => { leaving = true; form.requestSubmit(form.querySelector(`[data-step=${step}]`)); });
    }

    // Moves one word over the boundary of two names, or of the last name and the title, whichever is nearest.
    function move(input, step) {
        const title = input.closest('.line-fields').querySelector(':is(.field-title, .field-localTitle) input');
        const parts = input.value.split(/\s*[;；]\s*/).filter(Boolean);
        const before = input.value.slice(0, input.selectionStart).split(/[;；]/).length - 1;
        const left = Math.min(before, parts.length - 1);
        if (left < 0) {
            return;
        }
        const isLast = left === parts.length - 1;
        const here = parts[left].split(/\s+/);
        const there = (isLast ? title?.value ?? '' : parts[left + 1]).split(/\s+/).filter(Boolean);
        if (step < 0 ? here.length < 2 : there.length < (isLast ? 1 : 2)) {
            return;
        }
        if (step < 0) {
            there.unshift(here.pop());
        } else {
            here.push(there.shift());
        }
        parts[left] = here.join(' ');
        if (isLast && title) {
            title.value = there.join(' ');
        } else {
            parts[left + 1] = there.join(' ');
        }
        input.value = parts.join('; ');
        const caret = parts.slice(0, left + 1).join('; ').length;
        input.setSelectionRange(caret, caret);
    }

    list.addEventListener('keydown', event => {
        const row = event.target.closest('.found');
        if (!row || event.isComposing) {
            return;
        }
        const isField = event.target.matches('input:not([type=checkbox]), textarea, select');
        const isText = event.target.matches('input:not([type=checkbox])');
        const take = action => { event.preventDefault(); action(); };
        if (event.key === 'Escape' && isField) {
            take(() => row.focus());
        } else if (event.key === 'Enter' && event.altKey && isText) {
            take(() => submit(row, 'split', event.target));
        } else if (event.key === 'Enter' && isText && isOpen(row)) {
            take(() => decide(row, 'accept'));
        } else if (event.altKey && ['ArrowLeft', 'ArrowRight'].includes(event.key) && event.target.dataset.suggest === 'organisations') {
            take(() => move(event.target, event.key === 'ArrowLeft' ? -1 : 1));
        }
        if (event.target !== row || event.altKey || event.ctrlKey || event.metaKey) {
            return;
        }
        const all = rows();
        const at = all.indexOf(row);
        const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
        if (key === 'ArrowDown' || key === 'j') {
            take(() => go(all[Math.min(at + 1, all.length - 1)]));
        } else if (key === 'ArrowUp' || key === 'k') {
            take(() => go(all[Math.max(at - 1, 0)]));
        } else if (isOpen(row) && key === 'Enter') {
            take(() => decide(row, 'accept'));
        } else if (isOpen(row) && key === ' ') {
            take(() => decide(row, 'skip'));
        } else if (isOpen(row) && key === 'x') {
            take(() => row.querySelector('[name=chosen]')?.click());
        } else if (isOpen(row) && (key === 's' || key === 'm') && row.querySelector('[data-step=split]')) {
            take(() => submit(row, key === 's' ? 'split' : 'merge'));
        }
    });

    function reload(id) {
        const form = document.querySelector(id);
        if (form && !form.querySelector('button').disabled) {
            rows().filter(isDirty).forEach(save);
            // A step that did not reach the server is not there to be undone; an earlier one is not meant.
            inTurn(() => {
                if (id === '#undo' && isTroubled) {
                    isTroubled = false;
                } else {
                    leaving = true;
                    form.requestSubmit();
                }
            });
        }
    }
    document.querySelector('#undo').addEventListener('click', event => {
        if (pending > 0) {
            event.preventDefault();
            reload('#undo');
        }
    });

    // What was typed is kept before the lines that were ticked are decided as they are kept.
    document.querySelector('#chosen')?.addEventListener('submit', event => {
        if (leaving) {
            return;
        }
        rows().filter(isDirty).forEach(save);
        if (pending > 0) {
            event.preventDefault();
            inTurn(() => {
                leaving = !rows().some(isDirty);
                if (leaving) {
                    event.target.requestSubmit(event.submitter);
                }
            });
        } else {
            leaving = true;
        }
    });

    document.addEventListener('keydown', event => {
        const id = { u: '#undo', a: '#accept-ready' }[event.key.toLowerCase()];
        if (id && !event.isComposing && !event.altKey && !event.ctrlKey && !event.metaKey && !event.target.matches('input, textarea, select')) {
            event.preventDefault();
            reload(id);
        }
    });

    list.addEventListener('click', event => {
        const button = event.target.closest('[data-step]');
        if (button && ['accept', 'skip'].includes(button.dataset.step)) {
            event.preventDefault();
            decide(button.closest('.found'), button.dataset.step);
        }
    });

    // A row and its passage are shown together.
    function mark(row) {
        document.querySelectorAll('.here').forEach(each => each.classList.remove('here'));
        const used = row ? [...pasted.querySelectorAll('.used')].filter(each => each.dataset.for.split(' ').includes(row.dataset.row)) : [];
        used.forEach(each => each.classList.add('here'));
        row?.classList.add('here');
        if (used.length > 0) {
            pasted.scrollTop += used[0].getBoundingClientRect().top - pasted.getBoundingClientRect().top - pasted.clientHeight / 3;
        }
    }
    list.addEventListener('focusin', event => mark(event.target.closest('.found')));
    list.addEventListener('focusout', event => {
        const row = event.target.closest('.found');
        if (row && !row.contains(event.relatedTarget) && isOpen(row)) {
            save(row);
        }
    });
    pasted.addEventListener('click', event => {
        const used = event.target.closest('.used');
        if (used) {
            event.preventDefault();
            go(document.querySelector(used.getAttribute('href')));
        }
    });

    // Whoever leaves waits for the steps that are still on their way.
    let leaving = false;
    document.querySelectorAll('#back, #beyond').forEach(link => link.addEventListener('click', event => {
        if (pending > 0 && !event.ctrlKey && !event.metaKey) {
            event.preventDefault();
            inTurn(() => { leaving = !rows().some(isDirty); location.assign(link.href); });
        }
    }));
    setInterval(() => rows().filter(isOpen).filter(row => row.querySelector('.unsaved')).forEach(save), 5000);
    window.addEventListener('beforeunload', event => { if (!leaving && (pending > 0 || rows().some(isDirty))) { event.preventDefault(); } });
    go(rows().find(needsEye) ?? rows().find(isOpen));
})();
