using Drever.Kql.Binding;
using Drever.Kql.Symbols;

namespace Drever.Kql.Tests.Binding;

/// <summary>What the tree promises to those who translate it.</summary>
public sealed class BoundTreeTests
{
    [Fact]
    public void A_let_table_is_one_relation_however_often_it_is_used()
    {
        var join = Assert.IsType<BoundJoin>(HuntingBinder.Bind("let x = T | where l > 1; x | join kind=inner x on s").Result);
        Assert.Same(join.Left, join.Right);
    }

    [Fact]
    public void Materialize_and_as_name_a_shared_result()
    {
        var union = Assert.IsType<BoundUnion>(HuntingBinder.Bind("let m = materialize(T | take 5); m | union m").Result);
        Assert.Same(Assert.IsType<BoundShared>(union.Legs[0].Input).Shared, Assert.IsType<BoundShared>(union.Legs[1].Input).Shared);
    }

    [Fact]
    public void Join_says_where_each_column_of_its_result_comes_from()
    {
        var join = Assert.IsType<BoundJoin>(HuntingBinder.Bind("T | join kind=leftouter (U | project s, l, s1 = k) on s").Result);
        Assert.Equal(["s2", "l1", "s1"], join.Output.TakeLast(3).Select(o => o.Column.Name));
        Assert.All(join.Output.TakeLast(3), o => Assert.Equal(JoinSide.Right, o.Side));
        Assert.Equal(["s", "l", "s1"], join.Output.TakeLast(3).Select(o => o.Source.Name));
    }

    [Fact]
    public void A_lookup_does_not_repeat_the_key()
    {
        var join = Assert.IsType<BoundJoin>(HuntingBinder.Bind("T | lookup kind=inner U on $left.l == $right.k").Result);
        Assert.Equal(JoinKind.Inner, join.Kind);
        Assert.Equal(["s1", "l1"], join.Output.TakeLast(2).Select(o => o.Column.Name));
    }

    [Fact]
    public void A_column_of_two_types_is_two_columns_of_a_union()
    {
        var union = Assert.IsType<BoundUnion>(HuntingBinder.Bind("union withsource=src T, U").Result);
        Assert.Equal(["src:string", "s:string", "i:int", "l_long:long", "l_real:real"], union.Result.Take(5).Select(c => c.ToString()));
        Assert.Equal([null, "s", null, null, "l"], union.Legs[1].Sources.Take(5).Select(s => s?.Name));
        Assert.Equal(["T", "U"], union.SourceNames.AsEnumerable());
    }

    [Fact]
    public void Definitions_of_an_extend_see_its_input()
    {
        var extend = Assert.IsType<BoundExtend>(HuntingBinder.Bind("T | extend l = l + 1, x = l").Result);
        var read = Assert.IsType<BoundColumn>(extend.Definitions[1].Value).Column;
        Assert.Contains(read, extend.Input.Columns);
        Assert.DoesNotContain(read, extend.Result);
        Assert.Equal(10 + 1, extend.Result.Length);
    }

    [Fact]
    public void The_star_of_arg_max_is_written_out_without_the_keys()
    {
        var summarize = Assert.IsType<BoundSummarize>(HuntingBinder.Bind("T | summarize arg_max(t, *) by s").Result);
        var aggregate = Assert.Single(summarize.Aggregates);
        Assert.Equal(9, aggregate.Columns.Length);
        Assert.Equal(9, Assert.IsType<BoundCall>(aggregate.Value).Arguments.Length);
    }

    [Fact]
    public void Numbers_meet_in_the_widest_type()
    {
        var call = Assert.IsType<BoundCall>(Value("print i = int(5) + 2.5"));
        Assert.Equal([KqlType.Real, KqlType.Real], call.Arguments.Select(a => a.Type));
        Assert.Equal(5.0, Assert.IsType<BoundLiteral>(call.Arguments[0]).Value);
        Assert.Equal(KqlType.Long, Value("T | project x = i + i").Type);
    }

    [Fact]
    public void Branches_of_iff_are_converted_to_their_common_type()
    {
        var call = Assert.IsType<BoundCall>(Value("T | project x = iff(b, l, r)"));
        Assert.IsType<BoundConversion>(call.Arguments[1]);
        Assert.Equal(KqlType.Real, call.Type);
    }

    [Fact]
    public void Parts_of_a_tuple_share_the_call()
    {
        var project = Assert.IsType<BoundProject>(HuntingBinder.Bind("T | project (a, b1) = series_fft(d)").Result);
        var parts = project.Definitions.Select(d => Assert.IsType<BoundTupleItem>(d.Value)).ToList();
        Assert.Same(parts[0].Tuple, parts[1].Tuple);
        Assert.Equal([0, 1], parts.Select(p => p.Index));
    }

    [Fact]
    public void Print_projects_from_one_row() =>
        Assert.IsType<BoundSingleRow>(Assert.IsType<BoundProject>(HuntingBinder.Bind("print 1").Result).Input);

    [Fact]
    public void Top_is_sort_and_take()
    {
        var take = Assert.IsType<BoundTake>(HuntingBinder.Bind("T | top 3 by l asc").Result);
        var key = Assert.Single(Assert.IsType<BoundSort>(take.Input).Keys);
        Assert.Equal((false, true), (key.Descending, key.NullsFirst));
    }

    [Fact]
    public void Dynamic_literals_are_compact_json()
    {
        var literal = Assert.IsType<BoundLiteral>(Value("""print dynamic({"a": [1, 2.0, "x\"y", null, true], 'b': datetime(2020-01-02), "c": 1h})"""));
        Assert.Equal("""{"a":[1,2.0,"x\"y",null,true],"b":"2020-01-02T00:00:00.0000000Z","c":"01:00:00"}""", Assert.IsType<KqlJson>(literal.Value).Text);
    }

    [Fact]
    public void Options_and_the_chart_stay_beside_the_query()
    {
        var bound = HuntingBinder.Bind("set notruncation; set best_effort = true; T | render timechart with (title = 'x', ycolumns = l, i)");
        Assert.Equal(["", "true"], [bound.Options["notruncation"], bound.Options["best_effort"]]);
        Assert.Equal(("timechart", "x", "l,i"), (bound.Render!.Kind, bound.Render.Properties["title"], bound.Render.Properties["ycolumns"]));
    }

    [Fact]
    public void A_missing_table_of_a_fuzzy_union_is_left_out()
    {
        var bound = HuntingBinder.Bind("union isfuzzy=true T, Nope, (Nada | where x == 1)");
        Assert.Single(Assert.IsType<BoundUnion>(bound.Result).Legs);
        Assert.All(bound.Diagnostics, d => Assert.Equal(("KS205", Diagnostics.DiagnosticSeverity.Warning), (d.Code, d.Severity)));
    }

    [Fact]
    public void Search_asks_every_column_and_names_the_table()
    {
        var filter = Assert.IsType<BoundFilter>(HuntingBinder.Bind("search in (U) 'a'").Result);
        Assert.Equal("$table:string, s:string, k:long, l:real", string.Join(", ", filter.Columns));
        Assert.Equal(3, Calls(filter.Predicate, "has"));
    }

    [Fact]
    public void Windows_need_rows_in_an_order()
    {
        Assert.Equal("KS144", Assert.Single(HuntingBinder.Bind("T | extend n = row_number()").Diagnostics).Code);
        Assert.False(HuntingBinder.Bind("T | sort by l | where l > 1 | extend n = row_number(), p = prev(s)").HasErrors);
        Assert.True(HuntingBinder.Bind("T | sort by l | summarize count() by s | extend n = row_number()").HasErrors);
    }

    private static BoundExpression Value(string query) => Assert.IsType<BoundProject>(HuntingBinder.Bind(query).Result).Definitions[0].Value;

    private static int Calls(BoundExpression expression, string name) => expression switch
    {
        BoundCall call => (call.Function.Name == name ? 1 : 0) + call.Arguments.Sum(a => Calls(a, name)),
        _ => 0,
    };
}
