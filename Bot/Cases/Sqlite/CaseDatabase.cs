using Microsoft.EntityFrameworkCore;

namespace ReportBot.Bot.Cases.Sqlite;

/// <summary>The tables of <c>cases.db</c>, as <c>Schema/cases.N.sql</c> makes them.</summary>
internal sealed class CaseDatabase(DbContextOptions<CaseDatabase> options) : DbContext(options)
{
    public DbSet<CaseRow> Cases => Set<CaseRow>();

    public DbSet<LineRow> Lines => Set<LineRow>();

    public DbSet<ReportRow> Reports => Set<ReportRow>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    public DbSet<StaffRow> Staff => Set<StaffRow>();

    public DbSet<LinkRow> Links => Set<LinkRow>();

    public DbSet<FindRow> Finds => Set<FindRow>();

    public DbSet<WallRow> Walls => Set<WallRow>();

    /// <summary>What goes onto the audit record with what is saved: numbered and chained when it is.</summary>
    public List<AuditEntry> Recorded { get; } = [];

    public DbSet<AbsenceRow> Absences => Set<AbsenceRow>();

    public DbSet<TaskRow> Tasks => Set<TaskRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<CaseRow>(row =>
        {
            row.ToTable("cases").HasKey(c => c.Id);
            row.Property(c => c.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<LineRow>().HasNoKey().ToView("cases");
        modelBuilder.Entity<ReportRow>().ToTable("reports").HasKey(r => r.Id);
        modelBuilder.Entity<AuditRow>().ToTable("audit").HasKey(a => a.Id);
        modelBuilder.Entity<AuditRow>().Property(a => a.Id).ValueGeneratedNever();
        modelBuilder.Entity<FindRow>().ToTable("finds").HasKey(f => new { f.Hash, f.Opened, f.Case });
        modelBuilder.Entity<WallRow>().ToTable("walls").HasKey(w => new { w.Staff, w.Case });
        modelBuilder.Entity<StaffRow>(row =>
        {
            row.ToTable("staff").HasKey(s => s.Id);
            row.Property(s => s.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<LinkRow>().ToTable("links").HasKey(l => l.Hash);
        modelBuilder.Entity<AbsenceRow>().ToTable("absences").HasKey(a => a.Id);
        modelBuilder.Entity<TaskRow>().ToTable("tasks").HasKey(t => t.Id);
        // Columns are named as their properties, in lower case.
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
            foreach (var property in entity.GetProperties())
#pragma warning disable CA1308 // SQL names are lower case here.
                property.SetColumnName(property.Name.ToLowerInvariant());
#pragma warning restore CA1308
    }
}
