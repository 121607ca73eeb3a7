// s3rver 3.7.1 forgets folders that hold nothing but folders when it lists one level (`delimiter=/`), and litestream finds its generations
// that way. Loaded before it: the list of everything, which is right, is folded instead.
const Module = require('node:module');

const load = Module._load;
Module._load = function (request, ...rest) {
  const loaded = load.call(this, request, ...rest);
  if (/stores\/filesystem$/.test(request) && !mended.has(loaded)) mend(loaded);
  return loaded;
};

const mended = new WeakSet();

function mend(Store) {
  mended.add(Store);
  const listAll = Store.prototype.listObjects;
  Store.prototype.listObjects = async function (bucket, { delimiter = '', prefix = '', ...options }) {
    const found = await listAll.call(this, bucket, { ...options, prefix });
    if (delimiter === '') return found;
    const levelOf = (key) => {
      const end = key.indexOf(delimiter, prefix.length);
      return end < 0 ? null : key.slice(0, end + delimiter.length);
    };
    const folders = found.objects.map(({ key }) => levelOf(key)).filter((folder) => folder !== null);
    return {
      ...found,
      objects: found.objects.filter(({ key }) => levelOf(key) === null),
      commonPrefixes: [...new Set(folders)].sort(),
    };
  };
}
