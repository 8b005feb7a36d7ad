using Drever.Ingest.Demo.World;

namespace Drever.Ingest.Demo.Background;

/// <summary>The tables that hold a current state: software and its weaknesses, configuration, apps, the exposure graph.</summary>
internal sealed class StateTables(DemoOutput output, Company company)
{
    private static readonly (string Vendor, string Name, string Version, string[] Cves)[] Software =
    [
        ("microsoft", "edge_chromium-based", "141.0.3537.57", []), ("microsoft", "office", "16.0.18129.20158", ["CVE-2099-10021"]), ("fjord_software", "fjord_pdf", "7.2.1", ["CVE-2099-20011", "CVE-2099-20014"]),
        ("nordledger", "nordledger", "12.4.0", []), ("7-zip", "7-zip", "24.08", ["CVE-2099-30002"]), ("microsoft", "teams", "25290.205.4069.4894", []), ("granit", "granit_driver_suite", "4.1", ["CVE-2099-40007"]),
    ];

    private static readonly (string Cve, string Score, string Severity, bool Exploit, string Text)[] Weaknesses =
    [
        ("CVE-2099-10021", "7.8", "High", true, "A macro in a document from the internet can run before the warning is answered."), ("CVE-2099-20011", "8.8", "High", true, "A crafted PDF file can run code in Fjord PDF."),
        ("CVE-2099-20014", "5.5", "Medium", false, "A crafted PDF file can stop Fjord PDF."), ("CVE-2099-30002", "6.2", "Medium", false, "An archive can write outside its folder."), ("CVE-2099-40007", "9.1", "Critical", true, "The driver gives any user the rights of the system."),
    ];

    private static readonly (string Id, string Name, string Category, string Subcategory, double Impact)[] Settings =
    [
        ("scid-2010", "Turn on real-time protection", "Security controls", "Antivirus", 9), ("scid-2501", "Block Office applications from creating child processes", "Security controls", "Attack Surface Reduction", 8),
        ("scid-2502", "Block credential stealing from lsass.exe", "Security controls", "Attack Surface Reduction", 9), ("scid-3001", "Set minimum password length to 14", "Accounts", "Password policy", 5), ("scid-96", "Enable Local Admin password management", "Accounts", "Local accounts", 7),
    ];

    private readonly DemoRandom _random = DemoRandom.For(company.Options.Seed, "state");

    public void Vulnerabilities()
    {
        foreach (var (cve, score, severity, exploit, text) in Weaknesses)
        {
            output.State("DeviceTvmSoftwareVulnerabilitiesKB").Set("CveId", cve).Set("CvssScore", score).Set("IsExploitAvailable", exploit).Set("VulnerabilitySeverityLevel", severity).Set("LastModifiedTime", company.Options.Start.Date)
                .Set("PublishedDate", company.Options.Start.AddDays(-40).Date).Set("VulnerabilityDescription", text).Json("AffectedSoftware", $"[\"{Array.Find(Software, s => s.Cves.Contains(cve)).Name}\"]").Set("EpssScore", exploit ? 0.62 : 0.03);
        }

        foreach (var (id, name, category, subcategory, impact) in Settings)
        {
            output.State("DeviceTvmSecureConfigurationAssessmentKB").Set("ConfigurationId", id).Set("ConfigurationImpact", impact).Set("ConfigurationName", name).Set("ConfigurationDescription", name + ".").Set("RiskDescription", "Intruders profit from its absence.")
                .Set("ConfigurationCategory", category).Set("ConfigurationSubcategory", subcategory).Json("ConfigurationBenchmarks", "[]").Json("Tags", "[]").Set("RemediationOptions", "Set it by policy.");
        }

        foreach (var device in company.Devices)
        {
            foreach (var (vendor, name, version, cves) in Software)
            {
                if (device.Role == DeviceRole.Mac || (device.IsServer && name is "fjord_pdf" or "teams"))
                    continue;
                Inventory("DeviceTvmSoftwareInventory", device, vendor, name, version).Set("EndOfSupportStatus", name == "granit_driver_suite" ? "EOS Version" : null).Set("ProductCodeCpe", $"cpe:2.3:a:{vendor}:{name}:{version}:*:*:*:*:*:*:*");
                foreach (var cve in cves.Where(_ => _random.Chance(0.7)))
                {
                    Inventory("DeviceTvmSoftwareVulnerabilities", device, vendor, name, version).Set("CveId", cve).Set("VulnerabilitySeverityLevel", Array.Find(Weaknesses, w => w.Cve == cve).Severity)
                        .Set("RecommendedSecurityUpdate", $"Update {name}").Json("CveTags", Array.Find(Weaknesses, w => w.Cve == cve).Exploit ? "[\"ZeroDay\"]" : "[]");
                }
            }
        }
    }

    public void Exposure()
    {
        foreach (var device in company.Devices)
        {
            output.State("ExposureGraphNodes").Set("NodeId", device.AadDeviceId).Set("NodeLabel", device.IsServer ? "server" : "device").Set("NodeName", device.ShortName).Json("Categories", "[\"compute\",\"device\"]")
                .Json("NodeProperties", $$$"""{"rawData":{"deviceName":"{{{device.Name}}}","criticalityLevel":{"criticalityLevel":{{{(device.IsServer ? 1 : 3)}}}},"exposureScore":"{{{(device == company.VictimDevice ? "High" : "Low")}}}"}}""")
                .Json("EntityIds", $$"""[{"type":"DeviceInventoryId","id":"{{device.Id}}"}]""");
            if (device.Owner is not { } owner)
                continue;
            output.State("ExposureGraphNodes").Set("NodeId", owner.ObjectId).Set("NodeLabel", "user").Set("NodeName", owner.Name).Json("Categories", "[\"identity\"]").Json("NodeProperties", $$$"""{"rawData":{"accountUpn":"{{{owner.Upn}}}"}}""").Json("EntityIds", $$"""[{"type":"AadObjectId","id":"{{owner.ObjectId}}"}]""");
            Edge("frequently logged in by", device.AadDeviceId, device.ShortName, "device", owner.ObjectId, owner.Name, "user");
            if (owner.IsAdmin)
                Edge("can authenticate as", owner.ObjectId, owner.Name, "user", company.DomainController.AadDeviceId, company.DomainController.ShortName, "server");
        }
    }

    /// <summary>Assessments and apps carry a time: a row a week for each.</summary>
    public void Day(DateTime date)
    {
        if (date.DayOfWeek != DayOfWeek.Monday)
            return;
        foreach (var device in company.Devices.Where(d => d.Role != DeviceRole.Mac))
        {
            foreach (var (id, _, category, subcategory, impact) in Settings)
            {
                output.Row("DeviceTvmSecureConfigurationAssessment", date.AddHours(5).AddSeconds(_random.Between(0, 6000))).Set("DeviceId", device.Id).Set("DeviceName", device.Name).Set("OSPlatform", device.Platform).Set("ConfigurationId", id)
                    .Set("ConfigurationCategory", category).Set("ConfigurationSubcategory", subcategory).Set("ConfigurationImpact", impact).Set("IsCompliant", device != company.VictimDevice && _random.Chance(0.85)).Set("IsApplicable", true).Json("Context", "[]").Set("IsExpectedUserImpact", false);
            }
        }

        OAuthApp(output, date.AddHours(5), "0a0b0001-0000-4000-a000-000000000001", "NordLedger Connect", "Low", """[{"permissionName":"User.Read","type":"Delegated"}]""", 31, company.Options.Start.AddDays(-200), _random);
        OAuthApp(output, date.AddHours(5), "0a0b0002-0000-4000-a000-000000000002", "TallBackup Cloud", "High", """[{"permissionName":"Files.Read.All","type":"Application"}]""", 1, company.Options.Start.AddDays(-90), _random);
    }

    public static void OAuthApp(DemoOutput output, DateTime time, string id, string name, string privilege, string permissions, int users, DateTime added, DemoRandom random) => output.Row("OAuthAppInfo", time)
        .Set("ReportId", random.Guid()).Set("OAuthAppId", id).Set("ServicePrincipalId", id[..^1] + "9").Set("AppName", name).Set("AddedOnTime", added).Set("LastModifiedTime", added).Set("AppStatus", "Enabled").Json("VerifiedPublisher", "{}").Set("PrivilegeLevel", privilege)
        .Json("Permissions", permissions).Set("ConsentedUsersCount", users).Set("IsAdminConsented", users > 1).Set("AppOrigin", users == 31 ? "External" : "Internal").Set("AppOwnerTenantId", Company.TenantId);

    private DemoRow Inventory(string table, Device device, string vendor, string name, string version) => output.State(table).Set("DeviceId", device.Id).Set("DeviceName", device.Name).Set("OSPlatform", device.Platform)
        .Set("OSVersion", "10.0").Set("OSArchitecture", "x64").Set("SoftwareVendor", vendor).Set("SoftwareName", name).Set("SoftwareVersion", version);

    private void Edge(string label, string source, string sourceName, string sourceLabel, string target, string targetName, string targetLabel) => output.State("ExposureGraphEdges").Set("EdgeId", $"{source[..13]}-{target[..13]}").Set("EdgeLabel", label)
        .Set("SourceNodeId", source).Set("SourceNodeName", sourceName).Set("SourceNodeLabel", sourceLabel).Json("SourceNodeCategories", "[]").Set("TargetNodeId", target).Set("TargetNodeName", targetName).Set("TargetNodeLabel", targetLabel).Json("TargetNodeCategories", "[]").Json("EdgeProperties", "{}");
}
