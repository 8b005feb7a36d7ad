using Drever.Kql.Syntax.Lexing;

namespace Drever.Kql.Syntax.Parsing;

/// <summary>Lists of things.</summary>
internal sealed partial class Parser
{
    private bool AtListEnd => Current.Kind is TokenKind.CloseParen or TokenKind.CloseBracket or TokenKind.CloseBrace
        or TokenKind.Bar or TokenKind.Semicolon or TokenKind.EndOfText;

    /// <summary>Things with commas between them.</summary>
    /// <param name="element">Answers null where no element begins.</param>
    /// <param name="term">What is missing when an element is.</param>
    /// <param name="isEnd">What ends the list besides closing brackets, pipe and semicolon.</param>
    /// <param name="isClosed">
    /// Whether two elements side by side are a missing comma. Without it the list just ends there: what follows belongs to the surroundings.
    /// </param>
    private T[] List<T>(
        Func<Parser, T?> element,
        string term = "expression",
        bool atLeastOne = false,
        bool allowTrailingComma = false,
        Func<Parser, bool>? isEnd = null,
        bool isClosed = true)
        where T : class
    {
        var first = IsEnd(isEnd) ? null : element(this);
        if (first is null)
        {
            if (atLeastOne || At(TokenKind.Comma))
                FailMissing(term);
            return [];
        }

        List<T>? items = null;
        while (true)
        {
            if (At(TokenKind.Comma))
            {
                Take();
                var next = IsEnd(isEnd) ? null : element(this);
                if (next is null)
                {
                    if (!allowTrailingComma)
                        FailMissing(term);
                    break;
                }

                items ??= [first];
                items.Add(next);
            }
            else
            {
                if (isClosed && !IsEnd(isEnd))
                    FailIfNext(element, ",");
                break;
            }
        }

        return items?.ToArray() ?? [first];
    }

    /// <summary>Things side by side.</summary>
    private T[] Sequence<T>(Func<Parser, T?> element)
        where T : class
    {
        List<T>? items = null;
        while (element(this) is { } item)
            (items ??= []).Add(item);
        return items?.ToArray() ?? [];
    }

    /// <summary>Where one more element begins, what separates it is missing.</summary>
    private void FailIfNext<T>(Func<Parser, T?> element, string separator)
        where T : class
    {
        if (_hasFailed)
            return;
        var position = _position;
        var count = _diagnostics.Count;
        var hadError = _hasError;
        if (element(this) is null && !_hasFailed)
            return;
        _position = position;
        _hasFailed = false;
        _hasError = hadError;
        _diagnostics.RemoveRange(count, _diagnostics.Count - count);
        FailExpected(separator);
    }

    private bool IsEnd(Func<Parser, bool>? isEnd) => AtListEnd || (isEnd is not null && isEnd(this));
}
