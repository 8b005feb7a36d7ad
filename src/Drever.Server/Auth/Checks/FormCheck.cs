using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Drever.Server;

/// <summary>The token is a signed JWT that can be read.</summary>
internal sealed class FormCheck : ITokenCheck
{
    public ValueTask<TokenRefusal?> CheckAsync(TokenContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Check(context));

    private static TokenRefusal? Check(TokenContext context)
    {
        try
        {
            context.Token = new JsonWebToken(context.Raw);
        }
        catch (Exception malformed) when (malformed is ArgumentException or SecurityTokenException or FormatException or System.Text.Json.JsonException)
        {
            return TokenRefusal.Malformed;
        }
        return context.Token.IsEncrypted ? TokenRefusal.Encrypted : null;
    }
}
