// On the first page of the desk, J and K go from line to line, through all lists.
(() => {
    document.addEventListener('keydown', event => {
        const step = { j: 1, k: -1 }[event.key];
        if (!step || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.target.closest('input, select, textarea')) {
            return;
        }
        const links = [...document.querySelectorAll('main .row-link')];
        const at = links.indexOf(document.activeElement);
        links.at(at < 0 && step < 0 ? -1 : Math.max(0, Math.min(links.length - 1, at + step)))?.focus();
    });
})();
