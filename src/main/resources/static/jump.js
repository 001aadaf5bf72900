// The search box of every page suggests records by name: an ARIA combobox with a list of groups, reached by "/" or Ctrl+K.
(() => {
    const form = document.querySelector('.masthead-search');
    const input = form.querySelector('input[type=search]');
    const list = document.createElement('div');
    const spoken = document.createElement('div');
    let options = [];
    let chosen = -1;
    let asking = null;
    let waiting = null;

    list.className = 'suggestions';
    list.id = 'suggestions';
    list.hidden = true;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', input.labels[0].textContent);
    spoken.className = 'visually-hidden';
    spoken.setAttribute('aria-live', 'polite');
    form.append(list, spoken);
    for (const [name, value] of Object.entries({
        role: 'combobox', autocomplete: 'off', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id,
        'aria-keyshortcuts': '/ Control+K'
    })) {
        input.setAttribute(name, value);
    }

    const close = () => {
        clearTimeout(waiting);
        asking?.abort();
        list.hidden = true;
        choose(-1);
        input.setAttribute('aria-expanded', 'false');
    };

    const choose = index => {
        options[chosen]?.setAttribute('aria-selected', 'false');
        chosen = index;
        const option = options[chosen];
        if (option) {
            option.setAttribute('aria-selected', 'true');
            option.scrollIntoView({block: 'nearest'});
            input.setAttribute('aria-activedescendant', option.id);
        } else {
            input.removeAttribute('aria-activedescendant');
        }
    };

    const show = groups => {
        list.replaceChildren(...groups.map(group => {
            const box = document.createElement('div');
            const label = document.createElement('span');
            label.id = 'suggested-' + group.kind;
            label.textContent = group.label;
            box.setAttribute('role', 'group');
            box.setAttribute('aria-labelledby', label.id);
            box.append(label, ...group.suggestions.map((suggestion, index) => {
                const option = document.createElement('div');
                option.id = label.id + '-' + index;
                option.setAttribute('role', 'option');
                option.setAttribute('aria-selected', 'false');
                option.textContent = suggestion.name;
                option.dataset.path = suggestion.path;
                if (suggestion.lang) {
                    option.lang = suggestion.lang;
                }
                return option;
            }));
            return box;
        }));
        options = [...list.querySelectorAll('[role=option]')];
        chosen = -1;
        input.removeAttribute('aria-activedescendant');
        list.hidden = options.length === 0;
        input.setAttribute('aria-expanded', String(options.length > 0));
        spoken.textContent = options.length === 0
            ? form.dataset.none
            : (options.length === 1 ? form.dataset.one : form.dataset.some.replace('{0}', options.length));
    };

    const ask = async () => {
        const typed = input.value.trim();
        asking?.abort();
        if (typed.length < 3 && !/\p{Script=Han}/u.test(typed)) {
            close();
            return;
        }
        asking = new AbortController();
        try {
            const answer = await fetch('/search/suggestions?' + new URLSearchParams({q: typed}), {signal: asking.signal});
            if (answer.ok) {
                show(await answer.json());
            } else {
                close();
            }
        } catch (failed) {
            if (failed.name !== 'AbortError') {
                close();
            }
        }
    };

    const later = () => {
        clearTimeout(waiting);
        waiting = setTimeout(ask, 120);
    };

    // While Chinese is being composed the letters in the box are not yet what is meant.
    input.addEventListener('input', event => event.isComposing || later());
    input.addEventListener('compositionend', later);
    input.addEventListener('blur', close);

    input.addEventListener('keydown', event => {
        if (event.isComposing) {
            return;
        }
        if (event.key === 'ArrowDown' && list.hidden) {
            event.preventDefault();
            ask();
        } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !list.hidden) {
            event.preventDefault();
            const step = event.key === 'ArrowDown' ? 1 : -1;
            choose((chosen + step + options.length + (chosen < 0 && step < 0 ? 1 : 0)) % options.length);
        } else if (event.key === 'Enter' && chosen >= 0) {
            event.preventDefault();
            location.assign(options[chosen].dataset.path);
        } else if (event.key === 'Escape' && !list.hidden) {
            event.preventDefault();
            close();
        }
    });

    // The press must not take the focus from the box, which would close the list before it is followed.
    list.addEventListener('pointerdown', event => event.preventDefault());
    list.addEventListener('click', event => {
        const option = event.target.closest('[role=option]');
        if (option) {
            location.assign(option.dataset.path);
        }
    });

    document.addEventListener('keydown', event => {
        const typing = event.target.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]');
        if ((event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey)
                || (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey))) {
            event.preventDefault();
            input.focus();
            input.select();
        }
    });
})();
