// The part of the language that says what happens to rows: maps of steps, and what an overlay changes in them.
import { steps } from '../steps/index.ts'
import { type JsonSchema, mapOf, reference, wordOr } from './json-schema.ts'
import { snippet } from './snippets.ts'
import { changeSnippet, optionsSchema, stepSnippet, typeSnippet } from './step-schema.ts'

/** One step of any type; partial where an overlay changes some of its options. */
export const stepOf = (partial: boolean): JsonSchema => ({
  description: partial ? 'A step of the base: its type, and the options that are different here.' : 'One step: its type, and the options under it.',
  type: 'object', minProperties: 1, maxProperties: 1, additionalProperties: false,
  properties: Object.fromEntries(steps.map(step => [step.name, optionsSchema(step, partial)])),
  defaultSnippets: steps.map(partial ? changeSnippet : typeSnippet),
})

export const stepsMap = mapOf('The steps in order, by name. Names serve tests, overlays, counts and reasons.', reference('step'), ...steps.map(stepSnippet))

const changedStep = {
  ...wordOr('off', reference('stepChange')),
  description: 'An option of a step of the base, under its type; or `off`.',
  defaultSnippets: [snippet('off', 'Takes the step away.', 'off'), ...steps.map(changeSnippet)],
}
export const overlaySteps = mapOf('Steps of the base to change: one option at a time, or `off`.', changedStep,
  snippet('off', 'Takes a step of the base away.', { '<step>': 'off' }),
  snippet('change', 'Another value for one option of a step of the base.', { '<step>': { '<keep>': { '<when>': 'event = "DELIVER"' } } }))

export const insertions = (where: string): JsonSchema => mapOf(`New steps ${where} a step of the base.`,
  mapOf('The new steps, by name.', reference('step'), ...steps.map(stepSnippet)),
  snippet('new step', `A new step ${where} one of the base.`, { '<step>': { '<name>': { drop: { when: 'sender = recipient', because: 'notes to oneself' } } } }))
