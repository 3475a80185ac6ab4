// A new key.

/**
 * A strong key as text: 32 random bytes as 64 lower-case hex digits, so that both hash profiles, every shell and every
 * editor keep it as it is. `random` gives that many bytes of cryptographic quality, as `randomBytes` of node:crypto does.
 */
export const newKey = (random: (bytes: number) => Buffer): string => random(32).toString('hex')
