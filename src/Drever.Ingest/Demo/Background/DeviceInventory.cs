using Drever.Ingest.Demo.World;

namespace Drever.Ingest.Demo.Background;

/// <summary>The reports of what a machine is: DeviceInfo, DeviceNetworkInfo, DeviceFileCertificateInfo.</summary>
internal sealed class DeviceInventory(DeviceActivity activity, DemoRandom random, Company company)
{
    private static readonly DemoProgram[] Signed =
        [Programs.Edge, Programs.Outlook, Programs.Word, Programs.Excel, Programs.Teams, Programs.OneDrive, Programs.PowerShell, Programs.Cmd, Programs.Erp, Programs.Reader, Programs.SevenZip, Programs.Backup];

    private Device Device => activity.Device;

    public void Emit(DateTime date)
    {
        for (var hour = 0; hour < 24; hour += 4)
            Info(date.AddHours(hour).AddMinutes(random.Between(0, 59)));
        for (var hour = 2; hour < 24; hour += 8)
            Network(date.AddHours(hour).AddMinutes(random.Between(0, 59)));
        if (date.DayOfWeek == DayOfWeek.Wednesday && Device.Role != DeviceRole.Mac)
        {
            foreach (var program in Signed)
                Certificate(program, date.AddHours(10).AddSeconds(random.Between(0, 9000)));
        }
    }

    private void Info(DateTime time)
    {
        var users = Device.Owner is { } owner ? $$"""[{"UserName":"{{owner.Name}}","DomainName":"{{owner.Domain}}","Sid":"{{owner.Sid}}"}]""" : "[]";
        var build = Device.Role switch { DeviceRole.Mac => 24, DeviceRole.Workstation => 22631, _ => 20348 };
        activity.Start("DeviceInfo", time, null)
            .Set("ClientVersion", "10.8750.22631.1000").Set("PublicIP", Site.OfficeIp).Set("OSArchitecture", "64-bit").Set("OSPlatform", Device.Platform).Set("OSBuild", build)
            .Set("OSVersion", Device.Role == DeviceRole.Mac ? "15.1" : "10.0").Set("OSVersionInfo", Device.IsServer ? "21H2" : "23H2").Set("IsAzureADJoined", !Device.IsServer).Set("JoinType", Device.IsServer ? "Domain Joined" : "Hybrid Azure AD Join")
            .Set("AadDeviceId", Device.AadDeviceId).Set("LoggedOnUsers", users).Set("OnboardingStatus", "Onboarded").Set("SensorHealthState", "Active")
            .Set("DeviceCategory", "Endpoint").Set("DeviceType", Device.IsServer ? "Server" : "Workstation").Set("Model", Device.IsServer ? "RackNode 4" : Device.Role == DeviceRole.Mac ? "MacBook" : "NoteStation 14").Set("Vendor", "Granit Datorer")
            .Set("IsInternetFacing", Device.Role == DeviceRole.WebServer).Set("IsExcluded", false).Set("IsTransient", false).Set("ExposureLevel", Device == company.VictimDevice ? "High" : "Low").Set("AssetValue", Device.IsServer ? "High" : "Normal")
            .Set("DeviceManualTags", Device.Owner is null ? "[]" : $"[\"{Device.Owner.Department}\"]").Set("DeviceDynamicTags", "[]").Set("AdditionalFields", "[]").Set("Site", "Linköping").Set("ConnectivityType", "Streamlined");
    }

    private void Network(DateTime time) => activity.Start("DeviceNetworkInfo", time, null)
        .Set("NetworkAdapterName", $"{{{Device.AadDeviceId.ToUpperInvariant()}}}").Set("MacAddress", Device.MacAddress).Set("NetworkAdapterType", "Ethernet").Set("NetworkAdapterStatus", "Up").Set("TunnelType", "None")
        .Set("ConnectedNetworks", $$"""[{"Name":"{{Company.Domain}}","Description":"{{Company.Domain}}","IsConnectedToInternet":true,"Category":"Domain"}]""")
        .Set("DnsAddresses", "[\"10.20.0.10\"]").Set("IPv4Dhcp", "10.20.0.10").Set("DefaultGateways", "[\"10.20.0.1\"]")
        .Set("IPAddresses", $$"""[{"IPAddress":"{{Device.Ip}}","SubnetPrefix":16,"AddressType":"Private"}]""").Set("NetworkAdapterVendor", "Granit").Set("OnboardingStatus", "Onboarded").Set("NetworkAdapterDnsSuffix", Company.Domain);

    private void Certificate(DemoProgram program, DateTime time)
    {
        var isMicrosoft = program.Publisher.StartsWith("Microsoft", StringComparison.Ordinal);
        activity.Start("DeviceFileCertificateInfo", time, null)
            .Set("SHA1", program.Sha1).Set("IsSigned", true).Set("SignatureType", isMicrosoft ? "Catalog" : "Embedded").Set("Signer", program.Publisher).Set("SignerHash", program.Sha1[20..] + program.Sha1[..20])
            .Set("Issuer", isMicrosoft ? "Microsoft Windows Production PCA 2011" : "Granit Code Signing CA").Set("IssuerHash", program.Md5 + program.Md5[..8]).Set("CertificateSerialNumber", program.Md5)
            .Set("CrlDistributionPointUrls", $"[\"https://{Site.Certificates.Host}/codesign.crl\"]").Set("CertificateCreationTime", company.Options.Start.AddDays(-300).Date).Set("CertificateExpirationTime", company.Options.Start.AddDays(430).Date)
            .Set("IsTrusted", true).Set("IsRootSignerMicrosoft", isMicrosoft);
    }
}
