// The fields of action of one file and their indicators.
export async function handlungsfelder() {}
