// What can happen to exports of calendars, at a canary.
import { wordOf } from './canaries.ts'
import { type Accidents, name, secret } from './damaged-texts.ts'

export const calendarLogs: Accidents = [
  {
    title: 'a record with too many cells', cells: { Subject: `${name}, ${name}, ${name}`.replaceAll(',', '",') },
    exit: 1, code: 'cell-count',
  },
  {
    title: 'text between records', text: text => text.replace('\r\n', `\r\n${secret}\r\n`), exit: 1,
    code: 'cell-count',
  },
  { title: 'cut in the middle', text: text => text.slice(0, -60), exit: 1, code: 'cell-count' },
  { title: 'a time that is a name', cells: { StartTime: name.replace(',', '') }, exit: 1, code: 'bad-time' },
  { title: 'a number that is a name', cells: { Duration: name.replace(',', '') }, exit: 1, code: 'bad-cell' },
  { title: 'a class that is a name', cells: { ItemClass: name.replace(',', '') }, exit: 1, code: 'bad-cell' },
  {
    title: 'an action that is a name', cells: { CalendarLogTriggerAction: wordOf('action') }, exit: 1,
    code: 'bad-cell',
  },
  { title: 'a record that is too long', text: text => text + secret.repeat(300_000), exit: 3, code: 'too-long' },
  {
    title: 'without its header', text: text => text.slice(text.indexOf('\r\n') + 2), exit: 3, code: 'unknown-format',
  },
  {
    title: 'a renamed column',
    text: text => text.replace('SentRepresentingEmailAddress', wordOf('header of calendar')), exit: 3,
    code: 'missing-column',
  },
  {
    title: 'a class that no rule lists', cells: { ItemClass: `IPM${wordOf('class')}` }, exit: 0, code: 'not-in-list',
  },
  { title: 'a series that nobody can read', exit: 0, code: 'recurrence-unparsed' },
  { title: 'an id that Exchange did not give', exit: 0, code: 'event-id-odd' },
]

export const calendarXml: Accidents = [
  {
    title: 'an element in a text', cells: { Subject: `</Subject><${wordOf('subject')}>` }, exit: 1,
    code: 'broken-item',
  },
  { title: 'cut in the middle', text: text => text.slice(0, -300), exit: 1, code: 'broken-item' },
  {
    title: 'a record that is too long', text: text => text.replace(/(?<=<Subject[^>]*>)/, secret.repeat(300_000)),
    exit: 3, code: 'too-long',
  },
]
