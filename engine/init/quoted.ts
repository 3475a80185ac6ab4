// A word of a command line as a shell takes it.

/** As it is where every shell reads it so, else in double quotes. */
export const quoted = (word: string): string => /^[\w@%+=:,./\\-]+$/.test(word) ? word : `"${word.replace(/(["$`])/g, '\\$1')}"`
