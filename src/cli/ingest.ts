export async function ingest(..._args: unknown[]): Promise<void> {}
