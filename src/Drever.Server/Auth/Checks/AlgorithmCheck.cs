namespace Drever.Server;

/// <summary>The signature's algorithm is on the list. <c>none</c> and the shared-secret ones never are.</summary>
internal sealed class AlgorithmCheck(TokenOptions options) : ITokenCheck
{
    public ValueTask<TokenRefusal?> CheckAsync(TokenContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult<TokenRefusal?>(options.Algorithms.Contains(context.Token.Alg, StringComparer.Ordinal) ? null : TokenRefusal.Algorithm);
}
