declare module 'write-good' {
  export default function writeGood(
    text: string,
  ): readonly { index: number; offset: number; reason: string }[];
}
