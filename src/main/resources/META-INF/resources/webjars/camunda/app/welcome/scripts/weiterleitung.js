// Whoever logs in on the start page goes on to where the work is: the server knows that by role (see Startseite.java).
// With ?bleiben the page stays, for people without any application and for those who want to choose themselves.
const goOn = () => {
  if (/^#!?\/welcome/.test(location.hash) && !new URLSearchParams(location.search).has('bleiben')) {
    location.replace('/');
  }
};
addEventListener('hashchange', goOn);
goOn();
