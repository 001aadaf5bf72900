// While a list or the search page refreshes itself, keeps what a reader has opened, where they are, and one entry in the history for all they type.
(() => {
    let opened = [];
    let focused = null;
    let facet = null;

    // The question went out while somebody typed: leaving the box must not send it again under the next click.
    document.getElementById('words')?.addEventListener('change', event => event.stopPropagation());

    document.addEventListener('htmx:beforeSwap', event => {
        if (event.detail.target.closest('.filters details')) {
            return;
        }
        opened = [...document.querySelectorAll('.filters details[open]')].map(details => details.id);
        focused = document.activeElement?.id;
        facet = document.activeElement?.closest('.filters details')?.id;
    });

    document.addEventListener('htmx:oobAfterSwap', () => {
        opened.forEach(id => document.getElementById(id)?.setAttribute('open', ''));
        if (facet && document.activeElement === document.body) {
            (document.getElementById(focused) ?? document.querySelector(`#${facet} > summary`))?.focus();
        }
    });

    // Choices that were opened are asked for anew, which htmx can from now on, and whoever was at one of them waits at its heading meanwhile.
    document.addEventListener('htmx:afterSettle', () => {
        opened.map(id => document.querySelector(`#${id}[hx-get]`)).forEach(details => details && htmx.trigger(details, 'toggle'));
        opened = [];
        const choice = document.getElementById(focused);
        if (facet && choice && document.activeElement === document.querySelector(`#${facet} > summary`)) {
            choice.focus();
            focused = null;
        }
    });

    document.addEventListener('htmx:beforeHistoryUpdate', event => {
        const typing = event.detail.requestConfig.triggeringEvent?.type === 'input';
        if (typing && new URLSearchParams(location.search).has('q')) {
            event.detail.history.type = 'replace';
        }
    });
})();
