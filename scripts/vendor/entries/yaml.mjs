export { isAlias, isMap, isPair, isScalar, isSeq, parseDocument, stringify } from "yaml";
