// The form of one record: rows are added and left out, names are suggested, and nobody leaves by accident.
(() => {
    'use strict';

    const form = document.querySelector('#correction');
    if (!form) {
        return;
    }
    const words = form.dataset;
    let isChanged = false;

    function button(text, act) {
        const made = document.createElement('button');
        made.type = 'button';
        made.className = 'btn btn-outline-secondary btn-sm';
        made.textContent = text;
        made.addEventListener('click', act);
        return made;
    }

    // A row that is empty is not kept, so leaving one out is to empty it.
    function drop(row) {
        row.querySelectorAll('input, textarea, select').forEach(each => {
            if (each.type === 'checkbox') {
                each.checked = false;
            } else {
                each.value = '';
            }
        });
        row.hidden = true;
        isChanged = true;
    }

    function number(row, from, to) {
        row.dataset.row = to;
        row.querySelectorAll('[id], [name], [for]').forEach(each => ['id', 'name', 'for'].forEach(name => {
            const value = each.getAttribute(name);
            if (value) {
                each.setAttribute(name, value.replace(from, `[${to}]`));
            }
        }));
    }

    form.querySelectorAll('fieldset[data-rows]').forEach(rows => {
        const all = () => [...rows.querySelectorAll(':scope > .row-fields')];
        const blank = all().pop();
        const pattern = blank.cloneNode(true);
        all().forEach(row => row.append(button(words.drop, () => drop(row))));
        const add = button(words.add, () => {
            const next = Math.max(...all().map(row => Number(row.dataset.row))) + 1;
            const row = pattern.cloneNode(true);
            number(row, `[${pattern.dataset.row}]`, next);
            row.append(button(words.drop, () => drop(row)));
            add.before(row);
            row.querySelector('input, select, textarea').focus();
        });
        rows.append(add);
    });

    // Records are suggested by name; in a field of several the one behind the last semicolon.
    const list = document.createElement('datalist');
    list.id = 'suggested-records';
    form.append(list);
    let asked = 0;

    async function suggest(input) {
        const begun = input.dataset.several ? Math.max(input.value.lastIndexOf(';'), input.value.lastIndexOf('；')) : -1;
        const typed = input.value.slice(begun + 1).trim();
        if (typed.length < 1 || /#\d+$/.test(typed)) {
            return;
        }
        asked += 1;
        const mine = asked;
        const answer = await fetch(`/desk/corrections/suggestions/${input.dataset.target}?q=${encodeURIComponent(typed)}`);
        if (!answer.ok || mine !== asked) {
            return;
        }
        const before = begun < 0 ? '' : `${input.value.slice(0, begun + 1)} `;
        list.replaceChildren(...(await answer.json()).map(text => Object.assign(document.createElement('option'), {value: before + text})));
        input.setAttribute('list', list.id);
    }

    form.addEventListener('input', event => {
        isChanged = true;
        if (event.target.dataset.target && !event.isComposing && !(event.target.getAttribute('list') || '').startsWith('few-')) {
            suggest(event.target);
        }
    });
    form.addEventListener('keydown', event => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) {
            event.preventDefault();
            form.requestSubmit();
        }
    });
    form.addEventListener('submit', () => { isChanged = false; });
    window.addEventListener('beforeunload', event => {
        if (isChanged) {
            event.preventDefault();
        }
    });
    document.querySelector('.error-summary')?.focus();
})();
