import { parseArgs } from 'node:util';

export const TEXT = { type: 'string' } as const;
export const FLAG = { type: 'boolean', default: false } as const;

type Options = Readonly<Record<string, typeof TEXT | typeof FLAG>>;
type Values<T extends Options> = { [Name in keyof T]: T[Name] extends typeof FLAG ? boolean : string | undefined };

/** The options of a tool. Here `--help` ends the process with the help, and a wrong option with what is wrong and the help. */
export function readArguments<T extends Options>(help: string, options: T) {
  const { help: wantsHelp, ...values } = parsed();
  if (wantsHelp) {
    console.log(help);
    process.exit(0);
  }
  return {
    values: values as Values<T>,
    refuse,
    whole(name: keyof T & string, otherwise: number): number {
      const said = values[name];
      const value = said === undefined ? otherwise : Number(said);
      if (Number.isInteger(value) && value > 0) return value;
      return refuse(`--${name} takes a whole number above 0, not "${said}"`);
    },
  };

  function parsed(): Record<string, string | boolean | undefined> {
    try {
      return parseArgs({ options: { ...options, help: FLAG } }).values;
    } catch (error) {
      return refuse(error instanceof Error ? error.message : String(error));
    }
  }

  function refuse(why: string): never {
    console.error(`${why}\n\n${help}`);
    process.exit(2);
  }
}
