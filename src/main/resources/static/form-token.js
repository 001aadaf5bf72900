// Sends the token against forged forms with what htmx posts, and takes the new one after somebody signed in again in another window.
(() => {
    const token = document.querySelector('meta[name="form-token"]');
    const header = token.dataset.header;

    document.addEventListener('htmx:configRequest', event => {
        if (event.detail.verb !== 'get') {
            event.detail.headers[header] = token.content;
        }
    });

    document.addEventListener('htmx:beforeOnLoad', event => {
        const renewed = event.detail.xhr.getResponseHeader(header);
        if (renewed) {
            token.content = renewed;
            document.querySelectorAll('input[type="hidden"][name="_csrf"]').forEach(input => {
                input.value = renewed;
            });
        }
    });
})();
