namespace Drever.Server;

/// <summary>There is one <c>Authorization: Bearer</c> header, of a sane length.</summary>
internal sealed class HeaderCheck : ITokenCheck
{
    /// <summary>Tokens with many groups reach some 8 KB.</summary>
    public const int LongestToken = 16 * 1024;

    private const string Scheme = "Bearer ";

    public ValueTask<TokenRefusal?> CheckAsync(TokenContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Check(context));

    private static TokenRefusal? Check(TokenContext context)
    {
        var values = context.Authorization;
        if (values.Count == 0 || (values.Count == 1 && string.IsNullOrWhiteSpace(values[0])))
            return TokenRefusal.Missing;
        if (values.Count > 1 || !(values[0] + " ").StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return TokenRefusal.NotBearer;
        var token = values[0].AsSpan(Scheme.Length - 1).Trim();
        if (token.IsEmpty)
            return TokenRefusal.Missing;
        if (token.Length > LongestToken)
            return TokenRefusal.TooLong;
        context.Raw = token.ToString();
        return null;
    }
}
