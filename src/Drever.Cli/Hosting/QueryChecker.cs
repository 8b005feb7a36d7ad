using Drever.Functions;
using Drever.Kql.Binding;
using Drever.Kql.Syntax;
using Drever.Kql.Text;
using Drever.Schema;

namespace Drever.Cli.Hosting;

/// <summary>Parses and binds queries against the hunting schema, without an engine or data.</summary>
internal sealed class QueryChecker
{
    private readonly BindingContext _context;

    public QueryChecker()
    {
        var schema = HuntingSchema.Load();
        _context = new BindingContext(schema, FunctionLibrary.Load()) { ServiceFunctions = schema.ServiceFunctions };
    }

    public BoundQuery Check(string query, CancellationToken cancel) =>
        KqlBinder.Bind(KqlParser.Parse(new SourceText(query), ParseLimits.Default), _context, cancel);
}
