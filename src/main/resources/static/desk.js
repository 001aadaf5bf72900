// The page of a draft: each line is saved as it is left, and kept on the page until the server has it.
(() => {
    'use strict';

    const form = document.querySelector('#draft');
    if (!form) {
        return;
    }
    const words = form.dataset;
    const saved = document.querySelector('#saved');
    const token = document.querySelector('meta[name=form-token]');
    const fields = line => [...line.querySelectorAll('input[name], select[name], textarea[name]')];
    const said = line => new URLSearchParams(fields(line).filter(each => each.type !== 'checkbox' || each.checked)
        .flatMap(each => (each.multiple ? [...each.selectedOptions].map(option => [each.name, option.value]) : [[each.name, each.value]])));
    const note = (line, text, isTrouble) => {
        line.querySelector('.line-note').textContent = text;
        line.classList.toggle('unsaved', isTrouble);
    };
    const clean = new WeakMap();
    const sending = new WeakMap();
    const lines = () => [...form.querySelectorAll('fieldset.line')];
    const isDirty = line => clean.get(line) !== said(line).toString();
    let made = 0;

    // A new line keeps the name it was first sent under, so that a line sent twice is one line.
    function rename(line, entry) {
        fields(line).forEach(each => {
            const name = `${entry}.${each.name.slice(each.name.indexOf('.') + 1)}`;
            line.querySelectorAll(`label[for="${CSS.escape(each.id)}"]`).forEach(label => { label.htmlFor = name; });
            each.name = name;
            if (each.id) {
                each.id = name;
            }
        });
        line.dataset.entry = entry;
        line.id = `line-${entry}`;
    }

    function keep(line, answer) {
        let version = line.querySelector(`input[name="${CSS.escape(line.dataset.entry)}.version"]`);
        if (answer.id !== null && String(answer.id) !== line.dataset.entry) {
            rename(line, String(answer.id));
            line.classList.remove('blank');
            addBlank(line.dataset.section);
        }
        if (answer.id !== null && !version) {
            version = document.createElement('input');
            version.type = 'hidden';
            version.name = `${line.dataset.entry}.version`;
            line.prepend(version);
        }
        if (version) {
            version.value = answer.version;
        }
        Object.entries(answer.kept).forEach(([field, value]) => {
            const input = line.querySelector(`[name="${CSS.escape(line.dataset.entry)}.${field}"]`);
            if (input && input !== document.activeElement) {
                input.value = value;
            }
        });
        line.querySelectorAll('[aria-invalid]').forEach(each => each.removeAttribute('aria-invalid'));
        Object.keys(answer.faults).forEach(field => line.querySelector(`[name="${CSS.escape(line.dataset.entry)}.${field}"]`)?.setAttribute('aria-invalid', 'true'));
    }

    // One at a time: what is typed while a line is on its way is sent after it.
    function save(line) {
        const sent = (sending.get(line) ?? Promise.resolve()).then(() => (isDirty(line) ? send(line) : undefined));
        sending.set(line, sent);
        return sent;
    }

    // The draft is closed, or somebody else was faster.
    const why = async answer => (answer.headers.get('Content-Type')?.includes('json') ? (await answer.json()).message : words.conflict);

    async function send(line) {
        const body = said(line);
        try {
            const answer = await fetch(words.lines, {
                method: 'POST', body, headers: { Accept: 'application/json', [token.dataset.header]: token.content },
            });
            if (!answer.ok) {
                note(line, answer.status === 401 || answer.status === 403 ? words.signin : answer.status === 409 ? await why(answer) : words.unsaved, true);
                return;
            }
            const { at, lines: [result] } = await answer.json();
            if (result.theirs) {
                note(line, words.conflict, true);
                return;
            }
            const left = answer.headers.get('Left-Out');
            const isUntouched = isSame(body, line);
            if (left && isUntouched) {
                fields(line).filter(each => each.type !== 'checkbox' && each.tagName !== 'SELECT').forEach(each => { each.value = each.value.replace(/\p{Co}/gu, ''); });
            }
            keep(line, isUntouched ? result : { ...result, kept: {} });
            clean.set(line, isUntouched ? said(line).toString() : '');
            note(line, left ? words.left.replace('{0}', left) : '', false);
            saved.textContent = words.saved.replace('{0}', at);
            refresh();
        } catch {
            note(line, words.unsaved, true);
        }
    }

    // Whether nothing was typed while the line was on its way; names change when a new line gets its number.
    const isSame = (body, line) => {
        const values = params => [...params.entries()].filter(([name]) => !name.endsWith('.version')).map(([name, value]) => name.slice(name.indexOf('.')) + value).join('\n');
        return values(body) === values(said(line));
    };

    let refreshing = null;
    function refresh() {
        clearTimeout(refreshing);
        refreshing = setTimeout(async () => {
            const answer = await fetch(words.standing + location.search);
            if (answer.ok) {
                const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
                for (const id of ['standing', 'names']) {
                    const old = document.getElementById(id);
                    if (!old.contains(document.activeElement)) {
                        old.replaceWith(page.getElementById(id));
                    }
                }
            }
        }, 150);
    }

    function addBlank(section) {
        const group = document.querySelector(`#section-${section}`);
        const last = [...group.querySelectorAll('fieldset.line')].pop();
        if (!last.classList.contains('blank')) {
            const blank = last.cloneNode(true);
            blank.querySelectorAll('input[type=hidden]').forEach(each => each.remove());
            blank.querySelectorAll('.line-doubt, .line-comment, .field-error, .suggestions, button').forEach(each => each.remove());
            blank.classList.add('blank');
            blank.classList.remove('unsaved');
            fields(blank).forEach(each => {
                each.removeAttribute('aria-invalid');
                if (each.type === 'checkbox') {
                    each.checked = false;
                } else if (each.tagName !== 'SELECT' || !each.name.endsWith('.kind')) {
                    each.value = '';
                }
            });
            blank.querySelector('.line-note').textContent = '';
            blank.querySelector('details').open = false;
            made += 1;
            rename(blank, `${section}-${Date.now().toString(36)}${made}`);
            last.after(blank);
            clean.set(blank, said(blank).toString());
        }
        return [...group.querySelectorAll('fieldset.line')].pop();
    }

    const first = line => line.querySelector('.line-fields > * > :is(input, select, textarea)')?.focus();

    function duplicate(line) {
        const blank = addBlank(line.dataset.section);
        fields(blank).forEach(each => {
            const from = line.querySelector(`[name="${CSS.escape(line.dataset.entry)}.${each.name.slice(each.name.indexOf('.') + 1)}"]`);
            if (from) {
                each.value = from.value;
            }
        });
        first(blank);
    }

    // To a new line at once, whether or not the server has answered; from a line that was left empty to the next section.
    function goOn(line) {
        const isEmpty = line.classList.contains('blank') && !isDirty(line);
        if (isEmpty || line.dataset.section === 'basics') {
            next(line, 1);
        } else {
            line.classList.remove('blank');
            first(addBlank(line.dataset.section));
        }
        save(line);
    }

    function next(line, step) {
        const all = lines();
        const to = all[all.indexOf(line) + step];
        if (to) {
            first(to);
        }
    }

    form.addEventListener('keydown', event => {
        const line = event.target.closest('fieldset.line');
        if (!line || event.isComposing) {
            return;
        }
        if (event.key === 'Enter' && !event.ctrlKey && event.target.tagName !== 'TEXTAREA' && !event.target.dataset.open) {
            event.preventDefault();
            const row = [...line.querySelectorAll(':scope > .line-fields input, :scope > .line-fields select')];
            const at = row.indexOf(event.target);
            if (at >= 0 && at < row.length - 1) {
                row[at + 1].focus();
            } else {
                goOn(line);
            }
        } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
            event.preventDefault();
            next(line, event.key === 'ArrowUp' ? -1 : 1);
        } else if (event.ctrlKey && event.key.toLowerCase() === 'd' && line.dataset.section !== 'basics') {
            event.preventDefault();
            duplicate(line);
        }
    });

    // Keys of the whole page; single ones never in a field.
    const keys = {
        '?': () => {
            const list = document.querySelector('.keys').closest('details');
            list.open = !list.open;
            list.scrollIntoView({ block: 'nearest' });
        },
        p: () => {
            document.querySelector('#paste details').open = true;
            document.querySelector('#words').focus();
        },
        n: () => document.querySelector('#names select')?.focus(),
    };
    document.addEventListener('keydown', event => {
        if (event.isComposing) {
            return;
        }
        if (event.key === 'Enter' && event.ctrlKey) {
            event.preventDefault();
            if (event.target.closest('.paste-form, #names form')) {
                event.target.form.requestSubmit();
            } else {
                Promise.all(lines().map(save)).then(() => form.querySelector('button[name=then]').click());
            }
        } else if (!event.ctrlKey && !event.altKey && !event.metaKey && !event.target.closest('input, select, textarea') && keys[event.key.toLowerCase()]) {
            event.preventDefault();
            keys[event.key.toLowerCase()]();
        }
    });

    form.addEventListener('focusout', event => {
        const line = event.target.closest('fieldset.line');
        if (line && !line.contains(event.relatedTarget)) {
            save(line);
        }
    });
    form.addEventListener('change', event => {
        if (event.target.tagName === 'SELECT' || event.target.type === 'checkbox') {
            save(event.target.closest('fieldset.line'));
        }
    });
    form.addEventListener('submit', () => { lines().forEach(line => clean.set(line, said(line).toString())); });
    setInterval(() => lines().filter(line => line.classList.contains('unsaved') || isDirty(line) && !line.contains(document.activeElement)).forEach(save), 5000);
    document.addEventListener('visibilitychange', () => { if (document.hidden) { lines().forEach(save); } });
    window.addEventListener('beforeunload', event => { if (lines().some(isDirty)) { event.preventDefault(); } });
    lines().forEach(line => clean.set(line, said(line).toString()));

    // Names are suggested as they are typed: of organisations the one behind the last semicolon.
    const list = document.createElement('div');
    list.className = 'suggestions desk-suggestions';
    list.id = 'desk-suggestions';
    list.setAttribute('role', 'listbox');
    list.hidden = true;
    document.body.append(list);
    let box = null;
    let chosen = -1;
    let asked = 0;

    const close = () => {
        list.hidden = true;
        chosen = -1;
        if (box) {
            delete box.dataset.open;
            box.removeAttribute('aria-activedescendant');
            box.setAttribute('aria-expanded', 'false');
        }
    };
    const part = input => (input.dataset.suggest === 'organisations' ? input.value.slice(Math.max(input.value.lastIndexOf(';'), input.value.lastIndexOf('；')) + 1) : input.value).trim();
    const take = value => {
        const begun = Math.max(box.value.lastIndexOf(';'), box.value.lastIndexOf('；'));
        box.value = box.dataset.suggest === 'organisations' && begun >= 0 ? `${box.value.slice(0, begun + 1)} ${value}` : value;
        close();
    };
    const mark = index => {
        [...list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === index)));
        chosen = index;
        box.dataset.open = 'true';
        box.setAttribute('aria-activedescendant', list.children[index]?.id ?? '');
    };

    async function suggest(input) {
        const typed = part(input);
        const number = ++asked;
        if (typed.length < (/[\u3400-\u9fff]/.test(typed) ? 1 : 3)) {
            close();
            return;
        }
        const answer = await fetch(`/desk/suggestions/${input.dataset.suggest}?q=${encodeURIComponent(typed)}`);
        const found = answer.ok ? await answer.json() : [];
        if (number !== asked || document.activeElement !== input || found.length === 0) {
            if (number === asked) {
                close();
            }
            return;
        }
        box = input;
        list.replaceChildren(...found.map((each, i) => {
            const option = document.createElement('div');
            option.id = `desk-suggestion-${i}`;
            option.setAttribute('role', 'option');
            option.textContent = each.about ? `${each.value} · ${each.about}` : each.value;
            option.addEventListener('mousedown', event => { event.preventDefault(); take(each.value); });
            option.dataset.value = each.value;
            return option;
        }));
        input.parentElement.append(list);
        list.hidden = false;
        chosen = -1;
        for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'true', 'aria-controls': list.id })) {
            input.setAttribute(name, value);
        }
    }

    form.addEventListener('input', event => {
        if (event.target.dataset.suggest && !event.isComposing) {
            suggest(event.target);
        }
    });
    form.addEventListener('compositionend', event => { if (event.target.dataset.suggest) { suggest(event.target); } });
    form.addEventListener('keydown', event => {
        if (list.hidden || event.target !== box || event.isComposing || event.altKey || event.ctrlKey) {
            return;
        }
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            mark((chosen + (event.key === 'ArrowDown' ? 1 : list.children.length - 1) + (chosen < 0 && event.key === 'ArrowUp' ? 1 : 0)) % list.children.length);
        } else if (event.key === 'Enter' && chosen >= 0) {
            event.preventDefault();
            event.stopImmediatePropagation();
            take(list.children[chosen].dataset.value);
        } else if (event.key === 'Escape') {
            close();
        }
    }, true);
    form.addEventListener('focusout', event => { if (event.target === box) { close(); } });
})();
