// What was done in one file.
export async function verlauf() {}
