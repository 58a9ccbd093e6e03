// Leads to the login of the municipality instead of the login page; ?lokal keeps the page, for local accounts.
const arrival = location.hash;

const goOn = () => {
  if (/^#!?\/login/.test(location.hash) && !new URLSearchParams(location.search).has('lokal')) {
    removeEventListener('hashchange', goOn); // a second time would cut off the first, which may be a logout under way
    const hash = /^#!?\/login/.test(arrival) ? '' : arrival;
    location.replace(`/anmeldung/weiter?ziel=${encodeURIComponent(location.pathname + hash)}`);
  }
};
addEventListener('hashchange', goOn);
goOn();
