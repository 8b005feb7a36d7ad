using Drever.Hunting;
using Drever.Server;
using Drever.Wire;

namespace Drever.Cli.Hosting;

/// <summary>Tokens of the built-in issuer, made from the files of a data directory, whether or not a server runs on it.</summary>
internal static class Tokens
{
    /// <exception cref="UserErrorException">A file of the directory can't be used, or there is no such tenant.</exception>
    public static string Issue(string dataDirectory, string api, string tenantName)
    {
        try
        {
            var options = new TokenOptions();
            Directory.CreateDirectory(dataDirectory);
            var tenants = TenantRegistry.Open(dataDirectory);
            var tenant = tenants.Find(tenantName) ?? throw new UserErrorException($"There is no tenant '{tenantName}'.", ExitCode.Misuse);
            using var issuer = BuiltInIssuer.Open(dataDirectory, tenants, options, TimeProvider.System);
            return issuer.IssueAppToken(FamilyOf(api), tenant, options.Lifetime);
        }
        catch (SettingsException mistake)
        {
            throw new UserErrorException(mistake.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"The data directory can't be used: {e.Message}");
        }
    }

    private static WireFamily FamilyOf(string api) => api switch
    {
        "mde" => WireFamily.Mde,
        "graph" => WireFamily.Graph,
        _ => WireFamily.M365d,
    };
}
