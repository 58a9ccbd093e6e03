// The time plan of one file.
export async function zeitplan() {}
