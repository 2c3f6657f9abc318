export async function doctor(..._args: unknown[]): Promise<void> {}
