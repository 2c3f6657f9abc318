/** As in package.json, which a compiled program does not carry at a known place. */
export const VERSION = '0.1.0';
