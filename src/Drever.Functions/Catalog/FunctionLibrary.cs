using System.Collections.Frozen;
using System.Reflection;
using Drever.Kql.Symbols;

namespace Drever.Functions;

/// <summary>
/// Every function, aggregate, plugin and operator: those of this assembly with their lowering, and those that are only
/// declared yet (<c>Catalog/Pending.txt</c>), so that a query with them binds and the compiler can say which one is missing.
/// </summary>
public sealed class FunctionLibrary : IFunctionCatalog
{
    private readonly FrozenDictionary<string, FunctionSymbol> _functions;
    private readonly FrozenDictionary<string, FunctionSymbol> _aggregates;
    private readonly FrozenDictionary<string, FunctionSymbol> _plugins;
    private readonly FrozenDictionary<string, FunctionSymbol> _operators;
    private readonly FrozenDictionary<FunctionSymbol, KqlFunction> _implementations;

    private FunctionLibrary(IReadOnlyList<(FunctionSymbol Symbol, KqlFunction? Implementation)> all)
    {
        _functions = Of(all, FunctionKind.Scalar, FunctionKind.Window);
        _aggregates = Of(all, FunctionKind.Aggregate);
        _plugins = Of(all, FunctionKind.Plugin);
        _operators = Of(all, FunctionKind.Operator);
        _implementations = all.Where(f => f.Implementation is not null)
            .ToFrozenDictionary(f => f.Symbol, f => f.Implementation!, EqualityComparer<FunctionSymbol>.Default);
    }

    public IEnumerable<FunctionSymbol> All => [.. _functions.Values, .. _aggregates.Values, .. _plugins.Values, .. _operators.Values];

    /// <summary>Reads the library once; it never changes and may be shared by all queries.</summary>
    public static FunctionLibrary Load()
    {
        var all = new List<(FunctionSymbol, KqlFunction?)>();
        var known = new HashSet<(FunctionKind, string)>();
        foreach (var function in Implementations())
        {
            var kind = KindOf(function);
            foreach (var symbol in Declarations.Read(function.Signatures, kind, isPending: false, function.CustomReturn))
            {
                if (!known.Add((kind, symbol.Name)))
                    throw new InvalidOperationException($"'{symbol.Name}' is implemented twice");
                all.Add((symbol, function));
            }
        }

        foreach (var symbol in PendingFunctions.Read())
        {
            var shadowed = known.Contains((symbol.Kind, symbol.Name))
                || (symbol.Kind == FunctionKind.Scalar && known.Contains((FunctionKind.Window, symbol.Name)));
            if (!shadowed)
                all.Add((symbol, null));
        }

        return new FunctionLibrary(all);
    }

    public FunctionSymbol? FindFunction(string name) => _functions.GetValueOrDefault(name);

    public FunctionSymbol? FindAggregate(string name) => _aggregates.GetValueOrDefault(name);

    public FunctionSymbol? FindPlugin(string name) => _plugins.GetValueOrDefault(name);

    public FunctionSymbol? FindOperator(string text) => _operators.GetValueOrDefault(text);

    /// <summary>The lowering behind a symbol; null when it is pending.</summary>
    public KqlFunction? Implementation(FunctionSymbol symbol) => _implementations.GetValueOrDefault(symbol);

    /// <summary>All functions of this assembly, for the documentation and the tests.</summary>
    public static IEnumerable<KqlFunction> Implementations() =>
        Assembly.GetExecutingAssembly().GetTypes()
            .Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(KqlFunction)))
            .OrderBy(t => t.FullName, StringComparer.Ordinal)
            .Select(t => (KqlFunction)Activator.CreateInstance(t, nonPublic: true)!);

    private static FrozenDictionary<string, FunctionSymbol> Of(
        IEnumerable<(FunctionSymbol Symbol, KqlFunction? Implementation)> all, params ReadOnlySpan<FunctionKind> kinds)
    {
        var wanted = kinds.ToArray();
        return all.Where(f => wanted.Contains(f.Symbol.Kind)).ToFrozenDictionary(f => f.Symbol.Name, f => f.Symbol, StringComparer.Ordinal);
    }

    private static FunctionKind KindOf(KqlFunction function) => function switch
    {
        OperatorFunction => FunctionKind.Operator,
        ScalarFunction => FunctionKind.Scalar,
        WindowFunction => FunctionKind.Window,
        AggregateFunction => FunctionKind.Aggregate,
        _ => throw new InvalidOperationException($"{function.GetType().Name} is of no known kind"),
    };
}
