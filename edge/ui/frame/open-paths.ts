/** What a technician does before anybody can sign in here. */
export const OPEN_PATHS: ReadonlySet<string> = new Set(['/enrol', '/check'])
