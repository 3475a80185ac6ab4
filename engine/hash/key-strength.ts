// Which keys protect nobody: too short, guessable, or damaged on their way into the file.
import type { Profile } from './digest.ts'

/** What is wrong with a key, as the rest of a sentence that begins with where the key is; and what to do. */
export type Weakness = { readonly message: string, readonly hint: string }

/**
 * Judges a key text, without its final line end. Addresses can be guessed, so the key is the only secret: whoever guesses
 * it undoes every pseudonym. Rules: security-reliability.md §1.2; a table of keys: corpus hmac/vectors.json.
 */
export function weakness(text: string, profile: Profile, allowShort: boolean): Weakness | undefined {
  const characters = Array.from(text)
  if (/[\r\n\u0085\u2028\u2029]/.test(text)) {
    return { message: 'has a line end inside the key', hint: 'write the key on one line, and nothing else' }
  }
  if (/\p{Cc}/u.test(text)) {
    return { message: 'has control characters in the key', hint: 'write the key as plain text; a file of random bytes is not one' }
  }
  if (text.includes('\uFEFF')) {
    return { message: 'has a byte order mark inside the key', hint: 'write the file anew instead of joining files' }
  }
  if (/^\s|\s$/.test(text)) {
    return { message: 'has a blank before or after the key', hint: 'take it out; `echo KEY > FILE` of cmd.exe adds one' }
  }
  if (/\p{Surrogate}|\uFFFD/u.test(text) || text.includes('??') || text.split('?').length > 4) {
    return {
      message: 'was damaged by a conversion: letters have become question marks or replacement characters',
      hint: 'copy the key again from where it was made, or make one with `np-pipeline keygen`',
    }
  }
  if (profile === 'ascii-hex' && /[^ -~]/.test(text)) {
    return {
      message: 'has characters beyond ASCII, which profile ascii-hex turns into question marks, the same for everyone',
      hint: strong,
    }
  }
  if (new Set(characters).size < 10) return { message: 'has fewer than 10 different characters', hint: strong }
  if (isPlaceholder(text)) return { message: 'holds a placeholder, not a key', hint: strong }
  if (characters.length < 32 && !allowShort) {
    return { message: `has ${characters.length} characters; 32 are the least`, hint: strong }
  }
  return undefined
}

const strong = 'make a strong key with `np-pipeline keygen`'

/** Words that documents, templates and lazy hands put where a key belongs; letters and digits only. */
const placeholders = [
  'change', 'changeme', 'changeit', 'replace', 'insert', 'enter', 'put', 'paste', 'todo', 'fixme', 'please', 'me', 'this', 'it', 'here',
  'a', 'the', 'my', 'your', 'our', 'is', 'not', 'with', 'at', 'least', '32', 'characters', 'long', 'super', 'very', 'strong', 'random',
  'secret', 'secretkey', 'shared', 'private', 'key', 'password', 'passw0rd', 'passphrase', 'passwort', 'haslo', 'hmac', 'sha256', 'hash',
  'salt', 'pepper', 'token', 'value', 'message', 'string', 'default', 'example', 'sample', 'demo', 'test', 'admin', 'welcome',
  'network', 'perspective', 'np', 'pipeline', 'exchange', 'company', 'contoso',
  'abc', 'abcdefghijklmnopqrstuvwxyz', '123', '1234', '12345', '123456', '12345678', '1234567890', '0123456789',
  'qwerty', 'qwertyuiop', 'qwertz', 'asdfghjkl', 'zxcvbnm',
]

/** Whether a text is nothing but such words: `your-secret-key-here`, `ChangeMe!ChangeMe!`. One without letters is none. */
function isPlaceholder(text: string): boolean {
  const letters = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  if (!/\p{L}/u.test(letters)) return false
  // reachable[n]: the first n characters are a sequence of such words.
  const reachable = [true]
  for (let end = 1; end <= letters.length; end++) {
    reachable[end] = placeholders.some(word => reachable[end - word.length] === true && letters.endsWith(word, end))
  }
  return reachable[letters.length] === true
}
