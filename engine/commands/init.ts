// init: rules for a customer, or for a new export, from sample exports.
import { type Command, list } from './command.ts'

const init: Command = {
  name: 'init',
  summary: 'Start a customer from sample exports: what they are like is found or asked, and written as a rule file with a first test.',
  arguments: '[name]',
  options: [
    { flags: '--base <rules>', about: 'The rule file that the customer starts from, such as rules/emails.yaml.' },
    { flags: '--new <name>', about: 'Instead of a customer: a pipeline of this name for an export that no rules read yet.' },
    { flags: '--input <name=files>', about: 'Sample files of an input: a path or pattern. Their beginnings are read, and a directory as a whole.', repeat: true },
    { flags: '--domains <domains>', about: 'The own mail domains, with commas between several.' },
    { flags: '--zone <zone>', about: 'The time zone of times that carry none, such as Europe/Berlin.' },
    { flags: '--dates <pattern>', about: 'The pattern of times that are not ISO, such as "dd.MM.yyyy HH:mm:ss".' },
    { flags: '--encoding <name=encoding>', about: 'The encoding of an input that does not tell it, such as tracking=windows-1250.', repeat: true },
    { flags: '--column <field=column>', about: 'The column a field is read from, where the export names it otherwise; or input.field=column.', repeat: true },
    { flags: '--mark <column=privacy>', about: 'With --new: how private a column is: open, sensitive or identity; or off, to leave it out.', repeat: true },
    { flags: '--set <param=value>', about: 'The value of another parameter of the base.', repeat: true },
    { flags: '--to <dir>', about: 'The folder for the new rules (default: rules/customers, with --new: rules).' },
    { flags: '--yes', about: 'Take what is proposed, and ask nothing.' },
    { flags: '--force', about: 'Replace a rule file that is there.' },
  ],
  examples: [
    'np-pipeline init contoso --base rules/emails.yaml --input tracking=tracking.csv --input people=ad-users.csv \\',
    '  --domains contoso.com,contoso.pl --zone Europe/Berlin',
    'np-pipeline init --new badges --input badges=badges.csv',
  ],
  fails: 'Where the base, or the rules that would be written, have an error: then nothing is written. Where a run would refuse records of these files.',
  async run(files, options, world) {
    const { initWishes } = await import('../init/wishes.ts')
    const wishes = initWishes(files, options, list(options['column']), list(options['mark']), world)
    return wishes.kind === 'customer'
      ? (await import('../init/new-customer.ts')).newCustomer(wishes, world)
      : (await import('../init/new-pipeline.ts')).newPipeline(wishes, world)
  },
}

export default init
