namespace Drever.Ingest.Demo.World;

/// <summary>Rows of the identity tables.</summary>
internal static class IdentityRows
{
    public static void Logon(DemoOutput output, DateTime time, Account account, Device from, Device to, string protocol, string logonType, DemoRandom random, string? failure = null) => Who(output.Row("IdentityLogonEvents", time), account)
        .Set("ActionType", failure is null ? "LogonSuccess" : "LogonFailed").Set("Application", "Active Directory").Set("LogonType", logonType).Set("Protocol", protocol).Set("FailureReason", failure)
        .Set("DeviceName", from.Name).Set("DeviceType", "Workstation").Set("OSPlatform", from.Platform).Set("IPAddress", from.Ip).Set("Port", random.Between(49152, 65000))
        .Set("DestinationDeviceName", to.Name).Set("DestinationIPAddress", to.Ip).Set("DestinationPort", protocol == "Kerberos" ? 88 : 445).Set("TargetDeviceName", to.Name).Set("ReportId", random.Guid())
        .Json("AdditionalFields", $$"""{"Count":"1","SourceComputerId":"{{from.AadDeviceId}}","DestinationComputerObjectGuid":"{{to.AadDeviceId}}"}""");

    public static void Query(DemoOutput output, DateTime time, Account account, Device from, Device controller, string type, string query, string target, DemoRandom random) => Who(output.Row("IdentityQueryEvents", time), account)
        .Set("ActionType", type + " query").Set("Application", "Active Directory").Set("QueryType", type == "LDAP" ? "AllObjects" : "EnumerateUsers").Set("Query", query).Set("QueryTarget", target).Set("Protocol", type == "LDAP" ? "Ldap" : "Samr")
        .Set("DeviceName", from.Name).Set("IPAddress", from.Ip).Set("DestinationDeviceName", controller.Name).Set("DestinationIPAddress", controller.Ip).Set("DestinationPort", type == "LDAP" ? 389 : 445).Set("ReportId", random.Guid())
        .Json("AdditionalFields", """{"Count":"1"}""");

    public static DemoRow Directory(DemoOutput output, DateTime time, string action, Account actor, Device controller, DemoRandom random) => Who(output.Row("IdentityDirectoryEvents", time), actor)
        .Set("ActionType", action).Set("Application", "Active Directory").Set("DestinationDeviceName", controller.Name).Set("DestinationIPAddress", controller.Ip).Set("ReportId", random.Guid());

    /// <summary>A sign-in to the cloud, in the current table and in the one that it replaces.</summary>
    public static void SignIn(DemoOutput output, DateTime time, Employee person, string application, string ip, string country, string city, string userAgent, DemoRandom random, Device? device = null, int errorCode = 0, int risk = 0)
    {
        var (correlation, session, request, report) = (random.Guid(), random.Guid(), random.Guid(), random.Guid());
        foreach (var table in (string[])["EntraIdSignInEvents", "AADSignInEventsBeta"])
        {
            var row = output.Row(table, time).Set("Application", application).Set("ApplicationId", "00000003-0000-4000-a000-000000000000").Set("LogonType", "[\"interactiveUser\"]").Set("ErrorCode", errorCode)
                .Set("CorrelationId", correlation).Set("SessionId", session).Set("RequestId", request).Set("ReportId", report).Set("AccountDisplayName", person.DisplayName).Set("AccountObjectId", person.ObjectId).Set("AccountUpn", person.Upn)
                .Set("IsExternalUser", 0).Set("IsGuestUser", false).Set("ResourceDisplayName", application).Set("ResourceTenantId", Company.TenantId).Set("DeviceName", device?.ShortName).Set("EntraIdDeviceId", device?.AadDeviceId)
                .Set("OSPlatform", device is null ? "Linux" : device.Platform).Set("DeviceTrustType", device is null ? null : "Hybrid Azure AD joined").Set("IsManaged", device is null ? 0 : 1).Set("IsCompliant", device is null ? 0 : 1)
                .Set("AuthenticationRequirement", device is null ? "singleFactorAuthentication" : "multiFactorAuthentication").Set("RiskLevelAggregated", risk).Set("RiskState", risk == 0 ? 0 : 4).Set("UserAgent", userAgent)
                .Set("ClientAppUsed", "Browser").Set("Browser", userAgent.Split(' ')[0]).Set("ConditionalAccessPolicies", """[{"id":"ca-1","displayName":"Require MFA","result":"success"}]""").Set("ConditionalAccessStatus", device is null ? 2 : 0)
                .Set("IPAddress", ip).Set("Country", country).Set("City", city).Set("RiskLevelDuringSignIn", risk);
            if (table == "EntraIdSignInEvents")
                row.Set("TimeGenerated", time).Set("TenantId", Company.TenantId).Set("UniqueTokenId", random.Hex(22));
            else
                row.Set("AadDeviceId", device?.AadDeviceId).Set("TokenIssuerType", 0);
        }
    }

    public static DemoRow Cloud(DemoOutput output, DateTime time, string action, string application, Employee person, string ip, string country, string city, string userAgent, DemoRandom random) => output.Row("CloudAppEvents", time)
        .Set("ActionType", action).Set("Application", application).Set("ApplicationId", application.Contains("Exchange", StringComparison.Ordinal) ? 20893 : 15600).Set("AppInstanceId", 0).Set("AccountObjectId", person.ObjectId).Set("AccountId", person.ObjectId)
        .Set("AccountDisplayName", person.DisplayName).Set("IsAdminOperation", false).Set("DeviceType", "Desktop").Set("OSPlatform", "Windows 11").Set("IPAddress", ip).Set("IsAnonymousProxy", false).Set("CountryCode", country).Set("City", city).Set("Isp", ip == Site.OfficeIp ? "Stadsnät Öst" : "Example Hosting")
        .Set("UserAgent", userAgent).Set("AccountType", "Regular").Set("IsExternalUser", false).Set("IsImpersonated", false).Set("ReportId", random.Guid()).Set("AuditSource", "Defender for Cloud Apps access control");

    private static DemoRow Who(DemoRow row, Account account) => row
        .Set("AccountName", account.Name).Set("AccountDomain", account.Domain).Set("AccountUpn", account.Upn).Set("AccountSid", account.Sid).Set("AccountObjectId", account.ObjectId)
        .Set("AccountDisplayName", account is Employee person ? person.DisplayName : account.Name);
}
