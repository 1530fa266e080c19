import type { CodegenConfig } from "@graphql-codegen/cli";

const config: CodegenConfig = {
  schema: process.env["PREPAID_SCHEMA"] ?? "../schema.graphql",
  documents: ["src/**/*.graphql"],
  generates: {
    "src/gql/gen/": {
      preset: "client",
      presetConfig: {
        fragmentMasking: false,
        persistedDocuments: { mode: "replaceDocumentWithHash", hashAlgorithm: "sha256" },
      },
      config: {
        documentMode: "string",
        pureMagicComment: true,
        enumsAsTypes: true,
        useTypeImports: true,
        strictScalars: true,
        scalars: { JSON: "unknown", DateTime: "string", Date: "string", Fen: "number", UUID: "string" },
      },
    },
  },
};

export default config;
