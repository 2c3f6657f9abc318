export async function digest(..._args: unknown[]): Promise<void> {}
