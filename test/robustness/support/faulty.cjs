/**
 * Loaded before the program under test (`node --require`): a machine on which something is wrong, as ATTEST_FAULT says.
 *
 * - `full-disk`: every write stops half-way, as on a disk without room;
 * - `clock-back`: the clock is set back by an hour each time somebody looks at it;
 * - `watched`: nothing is wrong, and what the process waits for is written to ATTEST_FAULT_REPORT on SIGUSR2.
 */
const { writeFileSync } = require('node:fs');
const files = require('node:fs/promises');
const process = require('node:process');

const HOUR = 3_600_000;

function noSpace() {
  return Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
}

const faults = {
  'full-disk': () => {
    const { open } = files;
    files.open = async (path, flags, ...rest) => {
      const file = await open(path, flags, ...rest);
      if (typeof flags !== 'string' || !/[wa+]/.test(flags)) return file;
      const { writeFile } = file;
      file.writeFile = async (data) => {
        await writeFile.call(file, data.slice(0, data.length / 2));
        throw noSpace();
      };
      return file;
    };
    files.writeFile = () => Promise.reject(noSpace());
  },
  'clock-back': () => {
    const Real = Date;
    let lead = 0;
    const now = () => Real.now() - HOUR * lead++;
    globalThis.Date = class extends Real {
      constructor(...given) {
        super(...(given.length === 0 ? [now()] : given));
      }
      static now() {
        return now();
      }
    };
  },
  watched: () => {
    process.on('SIGUSR2', () => {
      writeFileSync(process.env.ATTEST_FAULT_REPORT, JSON.stringify(process.getActiveResourcesInfo()));
    });
  },
};

faults[process.env.ATTEST_FAULT]();
