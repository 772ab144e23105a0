// Packs a file with brotli into the same name with .br, with the block size that makes it smallest: the command line tool lets nobody choose it.
//   node tools/squeeze.mjs FILE
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const [file] = process.argv.slice(2);
const content = readFileSync(file);
const packed = [0, 16].map((block) => brotliCompressSync(content, { params: {
  [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_LGBLOCK]: block, [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
} }));
writeFileSync(`${file}.br`, packed[0].length <= packed[1].length ? packed[0] : packed[1]);
