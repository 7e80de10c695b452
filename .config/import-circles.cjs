/** No module imports itself by way of others. Types may: a rule and the type of all rules name each other. */
module.exports = {
  forbidden: [{ name: 'no-circular', severity: 'error', from: {}, to: { circular: true } }],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: false,
    exclude: { path: ['node_modules', 'reports/out', '[.]build'] },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'] },
  },
};
