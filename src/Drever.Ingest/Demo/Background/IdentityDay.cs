using Drever.Ingest.Demo.World;

namespace Drever.Ingest.Demo.Background;

/// <summary>A day of the directory.</summary>
internal sealed class IdentityDay(DemoOutput output, Company company, DateTime date)
{
    private readonly DemoRandom _random = DemoRandom.For(company.Options.Seed, "identity", (int)date.Subtract(DateTime.UnixEpoch).TotalDays);

    public void Emit()
    {
        foreach (var person in company.People)
        {
            Describe(person);
            if (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
                continue;
            var device = company.Devices.Find(d => d.Owner == person)!;
            for (var i = 0; i < 7; i++)
            {
                IdentityRows.Logon(output, At(), person, device, _random.Chance(0.6) ? company.DomainController : company.FileServer, "Kerberos", "Kerberos", _random, _random.Chance(0.02) ? "WrongPassword" : null);
            }

            IdentityRows.Query(output, At(), person, device, company.DomainController, "LDAP", $"(&(objectClass=user)(sAMAccountName={_random.Of(company.People).Name}))", "user", _random);
        }

        for (var i = 0; i < 3; i++)
        {
            var target = _random.Of(company.People);
            IdentityRows.Directory(output, At(), _random.Of(["Account Password changed", "Group Membership changed", "User Title changed"]), company.Administrator, company.DomainController, _random)
                .Set("TargetAccountUpn", target.Upn).Set("TargetAccountDisplayName", target.DisplayName).Json("AdditionalFields", """{"Count":"1"}""");
        }
    }

    private DateTime At() => date.AddHours(6.5) + _random.Within(TimeSpan.FromHours(9));

    private void Describe(Employee person) => output.Row("IdentityInfo", date.AddHours(4).AddMinutes(_random.Between(0, 50)))
        .Set("ReportId", _random.Guid()).Set("AccountObjectId", person.ObjectId).Set("AccountUpn", person.Upn).Set("OnPremSid", person.Sid).Set("AccountDisplayName", person.DisplayName).Set("AccountName", person.Name).Set("AccountDomain", person.Domain)
        .Set("CriticalityLevel", person.IsAdmin ? 0 : 3).Set("Type", "User").Set("DistinguishedName", $"CN={person.DisplayName},OU={person.Department},DC=tallbacka,DC=example").Set("GivenName", person.GivenName).Set("Surname", person.Surname)
        .Set("Department", person.Department).Set("JobTitle", person.JobTitle).Set("EmailAddress", person.Upn).Set("City", "Linköping").Set("Country", "Sweden").Set("IsAccountEnabled", true).Set("Manager", company.People[^1].DisplayName)
        .Set("CreatedDateTime", company.Options.Start.AddDays(-700).Date).Set("ChangeSource", "System-UserPersistence").Set("CompanyName", "Tallbacka Instruments").Set("TenantId", Company.TenantId)
        .Json("Tags", person.IsAdmin ? "[\"Sensitive\"]" : "[]").Json("AssignedRoles", person.IsAdmin ? "[\"Global Administrator\"]" : "[]").Json("GroupMembership", $"[\"{person.Department}\"]");
}
