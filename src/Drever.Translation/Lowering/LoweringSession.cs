using Drever.Kql.Binding;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Translation.Lowering;

/// <summary>What all parts of one query's lowering share.</summary>
internal sealed class LoweringSession(CompileContext context, NameAllocator names, IReadOnlySet<SharedResult> sharedSeveralTimes)
{
    private readonly Dictionary<SharedResult, SharedRows> _shared = [];
    private readonly List<SharedRows> _sharedInOrder = [];
    private readonly Dictionary<ApplyScope, SelectBlock> _applied = [];

    public CompileContext Context { get; } = context;

    public NameAllocator Names { get; } = names;

    public SqlExpression Now { get; } = Functions.Values.Literals.Of(new BoundLiteral(new KqlDateTime(context.Now.Ticks), KqlType.DateTime)).Sql;

    /// <summary>The column behind ingestion_time(): every scan has it, and it goes along wherever the columns of one table go.</summary>
    public ColumnSymbol IngestionTime { get; } = new("IngestionTime", KqlType.DateTime);

    /// <summary>Read in one place only, a shared result is an ordinary nested query.</summary>
    public bool IsReadSeveralTimes(SharedResult shared) => sharedSeveralTimes.Contains(shared);

    /// <summary>The common table of a shared result, made when it is first met.</summary>
    public SharedRows Share(SharedResult shared, Func<SelectBlock> make)
    {
        if (_shared.TryGetValue(shared, out var rows))
            return rows;
        var block = make();
        // results that this one reads were met while it was made and stand before it
        rows = new SharedRows(block, Names.New("shared"));
        _shared.Add(shared, rows);
        _sharedInOrder.Add(rows);
        return rows;
    }

    /// <summary>Builds the common tables, readers before what they read.</summary>
    public IEnumerable<SqlCommonTable> BuildShared()
    {
        var tables = new Stack<SqlCommonTable>();
        for (var i = _sharedInOrder.Count - 1; i >= 0; i--)
            tables.Push(_sharedInOrder[i].Build());
        return tables;
    }

    public void EnterApply(ApplyScope scope, SelectBlock rows) => _applied[scope] = rows;

    public SelectBlock ApplyRows(ApplyScope scope) => _applied[scope];
}
