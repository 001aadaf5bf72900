// Sends the token against forged forms with what htmx posts, and has all forms take the new one after somebody signed in again in another window.
(() => {
    const token = document.querySelector('meta[name="form-token"]');
    const header = token.dataset.header;

    document.addEventListener('htmx:configRequest', event => {
        if (event.detail.verb !== 'get') {
            event.detail.headers[header] = token.content;
        }
    });

    function take(renewed) {
        if (renewed) {
            token.content = renewed;
            document.querySelectorAll('input[type="hidden"][name="_csrf"]').forEach(input => {
                input.value = renewed;
            });
        }
    }

    document.addEventListener('htmx:beforeOnLoad', event => take(event.detail.xhr.getResponseHeader(header)));
    document.addEventListener('presence', event => take(event.detail.get(header)));
})();
