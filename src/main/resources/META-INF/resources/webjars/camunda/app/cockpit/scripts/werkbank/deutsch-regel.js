export const WOERTER = {};
