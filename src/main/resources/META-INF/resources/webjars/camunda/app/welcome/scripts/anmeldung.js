// People log in on this page. Where the municipality's directory does it (profile oidc), another script takes this place.
export default {};
