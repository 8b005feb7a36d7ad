using System.Runtime.CompilerServices;
using Drever.Kql.Diagnostics;
using Drever.Kql.Text;

namespace Drever.Kql.Syntax.Parsing;

/// <summary>Errors and the depth limit.</summary>
internal sealed partial class Parser
{
    private static readonly Expression NoExpression = new NameExpression(default, new Name(default, ""));
    private static readonly Name NoName = new(default, "");

    private int _failedAt;
    private bool _isTooDeep;
    private bool _hasError;

    /// <summary>The level of the tree that is being parsed.</summary>
    private int _depth;

    /// <summary>The deepest level of what was parsed since the innermost chain began; see <see cref="GrowChain"/>.</summary>
    private int _deepest;

    /// <summary>Reports, and hides the rest of the statement.</summary>
    private void Fail(Diagnostic diagnostic)
    {
        if (_hasFailed)
            return;
        Record(diagnostic);
        _hasFailed = true;
        _failedAt = _position;
        _position = _end;
    }

    /// <summary>Reports, and goes on: the meaning is plain although the text is wrong.</summary>
    private void Report(Diagnostic diagnostic)
    {
        if (!_hasFailed)
            Record(diagnostic);
    }

    /// <summary>Beyond the limit, only the first error still counts: a text with one is never taken for a right one.</summary>
    private void Record(Diagnostic diagnostic)
    {
        var isError = diagnostic.Severity == DiagnosticSeverity.Error;
        if (!IsFull || (isError && !_hasError))
            _diagnostics.Add(diagnostic);
        _hasError |= isError;
    }

    private bool IsFull => _diagnostics.Count >= _limits.MaxDiagnostics;

    private void FailExpected(string what) => Fail(SyntaxErrors.Expected.At(GapSpan(), what));

    private void FailExpectedOneOf(IEnumerable<string> what) => Fail(SyntaxErrors.ExpectedOneOf.At(GapSpan(), string.Join(", ", what)));

    /// <summary>The term names what is missing: <c>expression</c>, <c>name</c>, ...</summary>
    private void FailMissing(string term)
    {
        var span = new TextSpan(PreviousEnd, 0);
        var keyword = Current.Keyword?.Text;
        Fail((term, keyword) switch
        {
            ("expression", not null) => SyntaxErrors.MissingExpressionAtKeyword.At(span, keyword),
            ("name", not null) => SyntaxErrors.MissingNameAtKeyword.At(span, keyword),
            _ => SyntaxErrors.Missing.At(span, term),
        });
    }

    private Expression MissingExpression()
    {
        FailMissing("expression");
        return NoExpression;
    }

    private Name MissingName()
    {
        FailMissing("name");
        return NoName;
    }

    /// <summary>The next token if it follows at once or after one blank, else the end of the last one.</summary>
    private TextSpan GapSpan()
    {
        var previousEnd = PreviousEnd;
        var next = Current;
        var gap = _source.Text.AsSpan(previousEnd, next.Start - previousEnd);
        return gap.Length > 1 || gap.ContainsAny('\r', '\n') ? new TextSpan(previousEnd, 0) : next.Span;
    }

    /// <summary>Goes one level down. Each call is paired with <see cref="Leave"/>, whatever it answers.</summary>
    private bool Enter()
    {
        _depth++;
        _deepest = Math.Max(_deepest, _depth);
        if (_depth <= _limits.MaxDepth && RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return true;
        FailTooDeep();
        return false;
    }

    private void Leave() => _depth--;

    /// <summary>
    /// A chain (<c>a + b + c</c>, <c>a.b.c</c>, operators of a pipe) grows the tree upwards: with every link, all that is already in it lies a
    /// level deeper. <see cref="BeginChain"/> starts counting, <see cref="EndChain"/> takes its answer back.
    /// </summary>
    private void GrowChain()
    {
        if (++_deepest > _limits.MaxDepth)
            FailTooDeep();
    }

    private int BeginChain()
    {
        var outer = _deepest;
        _deepest = _depth;
        return outer;
    }

    private void EndChain(int outer) => _deepest = Math.Max(outer, _deepest);

    private void FailTooDeep()
    {
        Fail(SyntaxErrors.TooDeep.At(_hasFailed ? default : Current.Span, _limits.MaxDepth));
        _isTooDeep = true;
    }
}
